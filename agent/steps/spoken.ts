const MAX_SPOKEN = 1_000
const MAX_ITEMS = 3

/** A reply for the ear: no markup, no list over three items, at most 1,000 characters ended at a sentence. */
export const spokenForm = (reply: string): string => {
  const lines = reply
    .replace(/[*_`#>|]+/gu, '')
    .replace(/\[([^\]]+)\]\([^)]+\)/gu, '$1')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const items = lines.filter(isItem)
  const kept = lines.filter((line) => !isItem(line) || items.indexOf(line) < MAX_ITEMS)
  const text = kept.map((line) => (/[.!?…:;,]$/u.test(line) ? line : `${line}.`)).join(' ')
  if (text.length <= MAX_SPOKEN) return text
  const cut = text.slice(0, MAX_SPOKEN)
  const end = Math.max(cut.lastIndexOf('. '), cut.lastIndexOf('? '))
  return end > 0 ? cut.slice(0, end + 1) : cut
}

const isItem = (line: string): boolean => /^(?:\d+[.)]|[-•–])\s/u.test(line)
