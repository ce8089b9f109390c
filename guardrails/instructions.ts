/** A text that a model was given and must not say, read once for all replies. */
export interface Instruction {
  /** Squashed. */
  text: string
  runs: ReadonlySet<string>
}

/** So many words in a row are no coincidence: they were copied. */
const COPIED = 6
/** Shorter sentences than this are anybody's. */
const SHORT = 24
const BULLET = /^[-–•\d.)\s]+/u

export const readInstruction = (text: string): Instruction => {
  const squashed = squash(text)
  return { text: squashed, runs: new Set(runsOf(squashed)) }
}

/** Whether a squashed sentence says part of the instructions; `heard` are the words the person or their rows said. */
export const saysInstruction = (
  sentence: string,
  instructions: readonly Instruction[],
  heard: () => string,
): boolean => {
  if (instructions.length === 0) return false
  const bare = sentence.replace(BULLET, '')
  if (sentence.length > SHORT && instructions.some(({ text }) => text.includes(bare))) return true
  return runsOf(sentence).some((run) => instructions.some(({ runs }) => runs.has(run)) && !heard().includes(run))
}

/** One spelling for comparing texts: lower case, single spaces. */
export const squash = (text: string): string => text.replace(/\s+/gu, ' ').trim().toLowerCase()

export const wordsOf = (text: string): string[] => text.match(/[\p{L}\d_]+/gu) ?? []

const runsOf = (text: string): string[] => {
  const words = wordsOf(text)
  return words.slice(COPIED - 1).map((_, index) => words.slice(index, index + COPIED).join(' '))
}
