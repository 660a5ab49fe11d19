/** The demo network's PINs: shown on screen, as they protect nothing. */
export const DEMO_PINS = { staff: '2468', manager: '135790' } as const
