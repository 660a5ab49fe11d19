/** What people write before what they look for, in both of the desk's languages. */
const KINDS =
  /^(?:room|booking|zimmer|buchung|connector|plug|charger|ladeplatz|ladepunkt|stecker)\s+(?=\S)/iu

/** A text as it is looked for: "room 214" and "Ladeplatz 3" mean what stands there, not the words before it. */
export const searchedText = (text: string): string => text.trim().replace(KINDS, '')
