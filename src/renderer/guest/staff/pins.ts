/** The demo network's PINs: told to whoever tries the demo, they protect nothing. */
export const DEMO_PINS = { staff: '2468', manager: '135790' } as const
