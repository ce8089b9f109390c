// A sentence ends at a line break, or at . ! ? … before a space and a character that can begin the next one. What
// follows must be there already, so that a stream is cut exactly where the whole text is.
const END = /[.!?…]+["»”)]*\s+(?=[\p{Lu}\d«"“(\p{Extended_Pictographic}—–-])|\s*\n\s*(?=\S)/gu
const ABBREVIATED =
  /(?:^|[\s(])(?:\p{L}|им|ул|кв|гг|руб|коп|тыс|млн|млрд|мин|см|стр|e\.g|i\.e|mr|mrs|ms|dr|st|vs|approx)\.$/iu
const NUMBER = /^\s*\d{1,2}\.$/u
/** Longer than any abbreviation: what stands before it need not be read again. */
const TAIL = 12

const isAbbreviated = (text: string, from: number, dot: number): boolean =>
  /^\.\s/u.test(text.slice(dot, dot + 2)) &&
  (ABBREVIATED.test(text.slice(Math.max(from, dot - TAIL), dot + 1)) ||
    (dot - from <= TAIL && NUMBER.test(text.slice(from, dot + 1))))

/** Whole sentences of a text, separators kept, and what may still go on. Joined they are the text. */
export const splitSentences = (text: string): { whole: string[]; rest: string } => {
  const whole: string[] = []
  let from = 0
  for (const match of text.matchAll(END)) {
    const to = match.index + match[0].length
    if (!match[0].includes('\n') && isAbbreviated(text, from, match.index)) continue
    whole.push(text.slice(from, to))
    from = to
  }
  return { whole, rest: text.slice(from) }
}
