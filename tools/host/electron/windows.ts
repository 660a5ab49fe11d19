interface OpenWindow {
  readonly webContents: { getOSProcessId(): number }
  close(): void
  destroy(): void
}

/** The open windows by id: kept apart so that app and window need not import each other. */
export const openWindows = new Map<number, OpenWindow>()
