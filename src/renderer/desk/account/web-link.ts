/** The page that somebody's phone may open (`OptileTransaction`, L5640): an address of the web, or null. */
export function webLinkOf(
  told: { readonly absoluteLink: string | null; readonly link: string | null } | null,
): string | null {
  const text = told?.absoluteLink ?? told?.link
  const url = text ? URL.parse(text) : null
  return url?.protocol === 'https:' || url?.protocol === 'http:' ? url.href : null
}
