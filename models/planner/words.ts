/**
 * A Unicode-aware word pattern: alternatives separated by `|`, matched as whole words in text that went through
 * `plainOf`. JavaScript's own word boundary knows ASCII only.
 */
export const words = (...alternatives: string[]): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives.join('|')})(?![\\p{L}\\p{N}])`, 'u')

/** Lower case and ё as е, the same length as the text, so that offsets into one are offsets into the other. */
export const plainOf = (text: string): string => {
  const lower = text.toLowerCase().replaceAll('ё', 'е')
  if (lower.length === text.length) return lower
  return [...text]
    .map((c) => (c.toLowerCase().length === c.length ? c.toLowerCase() : c))
    .join('')
    .replaceAll('ё', 'е')
}

/** First letter in upper case, the rest as said. */
export const capitalised = (text: string): string => {
  const [first = ''] = text
  return first.toUpperCase() + text.slice(first.length)
}

/** Single spaces, no punctuation or quotes left over at either end. */
export const tidy = (text: string): string =>
  text
    .replace(/\s+/gu, ' ')
    .replace(/\s+([,.!?;:])/gu, '$1')
    .replace(/^[\s,.;:!?—–\-"«»“”]+/u, '')
    .replace(/[\s,.;:!?—–\-"“”]+$/u, '')
    .replace(/^([^«]*)»$/u, '$1')
    .trim()

/** Words before a request that belong to the talk and not to it: "fine, task: …", "слушай, …". */
const THEN =
  /^(?:(?:ну\s+)?тогда|then|but|но|do(?=\s+(?:log|record|add|put|save|remind|move|delete|set)(?!\p{L})))\s+(?=\p{L}{2,}\s+[\p{L}\p{N}])/iu
const LEAD_IN =
  /^(?:(?:ну\s+)?(?:ладно|хорошо|окей|ок|так|вс[её]|слушай(?:те)?|смотри|короче|значит|кстати|эй|а вот ещ[её])|fine|okay|ok|alright|all right|right|well|so|hey|listen|look|great|cool|thanks|by the way|btw)(?:\s*[,:;!—–-]\s*|\s*\.+\s+)(?=\p{L}+[\s:,]+\p{L})/iu

export const withoutLeadIn = (text: string): string => {
  const rest = text.replace(LEAD_IN, '').replace(THEN, '')
  return rest === text ? text : withoutLeadIn(rest)
}
