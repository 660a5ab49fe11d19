import { linkOf } from '#platform/link.ts'

/** The page that somebody's phone may open (`OptileTransaction`, L5640): the first link that may be shown. */
export function webLinkOf(
  links: { readonly absoluteLink: string | null; readonly link: string | null } | null,
): string | null {
  return linkOf(links?.absoluteLink) ?? linkOf(links?.link)
}
