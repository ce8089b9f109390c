// A sentence ends at a line break, or at . ! ? … before a space and a character that can begin the next one. What
// follows must be there already, so that a stream is cut exactly where the whole text is.
const END = /[.!?…]+["»”)]*\s+(?=[\p{Lu}\d«"“(\p{Extended_Pictographic}—–-])|\s*\n\s*(?=\S)/gu
const ABBREVIATED =
  /(?:^|[\s(])(?:\p{L}|им|ул|кв|гг|руб|коп|тыс|млн|млрд|мин|см|стр|e\.g|i\.e|mr|mrs|ms|dr|st|vs|approx)\.\s+$|^\s*\d{1,2}\.\s+$/iu

/** Whole sentences of a text, separators kept, and what may still go on. Joined they are the text. */
export const splitSentences = (text: string): { whole: string[]; rest: string } => {
  const whole: string[] = []
  let from = 0
  for (const match of text.matchAll(END)) {
    const to = match.index + match[0].length
    if (!match[0].includes('\n') && ABBREVIATED.test(text.slice(from, to))) continue
    whole.push(text.slice(from, to))
    from = to
  }
  return { whole, rest: text.slice(from) }
}
