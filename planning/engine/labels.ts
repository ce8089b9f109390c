/** Partial plans in arrays: a search makes hundreds of thousands of them. */

const FIRST = 1 << 12

export interface Labels {
  size: number
  readonly words: number
  slot: Int32Array
  context: Int32Array
  /** Slots of demanding work so far. */
  spent: Int32Array
  /** The number of what gaps still forbid. */
  held: Int32Array
  parent: Int32Array
  /** The job that was placed to get here, −1 for none, and where. */
  job: Int32Array
  at: Int32Array
  /** The next one with the same hash. */
  chain: Int32Array
  /** Costs so far on both levels, and the least they can become. */
  left: Float64Array
  soft: Float64Array
  bound: Float64Array
  /** Bits of jobs that are done or can no longer be done. */
  mask: Int32Array
}

const grown = <T extends Int32Array | Float64Array>(old: T, size: number): T => {
  const next = (old instanceof Int32Array ? new Int32Array(size) : new Float64Array(size)) as T
  next.set(old)
  return next
}

export const createLabels = (jobs: number): Labels => {
  const words = Math.max(1, Math.ceil(jobs / 32))
  const whole = (): Int32Array => new Int32Array(FIRST)
  return {
    size: 0,
    words,
    slot: whole(),
    context: whole(),
    spent: whole(),
    held: whole(),
    parent: whole(),
    job: whole(),
    at: whole(),
    chain: whole(),
    left: new Float64Array(FIRST),
    soft: new Float64Array(FIRST),
    bound: new Float64Array(FIRST),
    mask: new Int32Array(FIRST * words),
  }
}

/** Room for one more at the end; its number. */
export const addLabel = (labels: Labels): number => {
  const number = labels.size
  if (number === labels.slot.length) {
    const size = number * 2
    labels.slot = grown(labels.slot, size)
    labels.context = grown(labels.context, size)
    labels.spent = grown(labels.spent, size)
    labels.held = grown(labels.held, size)
    labels.parent = grown(labels.parent, size)
    labels.job = grown(labels.job, size)
    labels.at = grown(labels.at, size)
    labels.chain = grown(labels.chain, size)
    labels.left = grown(labels.left, size)
    labels.soft = grown(labels.soft, size)
    labels.bound = grown(labels.bound, size)
    labels.mask = grown(labels.mask, size * labels.words)
  }
  labels.size += 1
  return number
}

export const hashOf = (labels: Labels, number: number, context: boolean): number => {
  let hash = (labels.spent[number] as number) * 31 + (labels.held[number] as number)
  if (context) hash = hash * 31 + (labels.context[number] as number)
  for (let word = 0; word < labels.words; word += 1)
    hash = (Math.imul(hash, 0x9e3779b1) ^ (labels.mask[number * labels.words + word] as number)) | 0
  return hash
}

export const sameState = (labels: Labels, a: number, b: number, context: boolean): boolean => {
  if (labels.spent[a] !== labels.spent[b] || labels.held[a] !== labels.held[b]) return false
  if (context && labels.context[a] !== labels.context[b]) return false
  for (let word = 0; word < labels.words; word += 1)
    if (labels.mask[a * labels.words + word] !== labels.mask[b * labels.words + word]) return false
  return true
}
