/** Where a sheet stands as a column beside its list; the same in `sheet.css`. */
export const ROOM_BESIDE = '(min-width: 1366px) and (orientation: landscape)'
