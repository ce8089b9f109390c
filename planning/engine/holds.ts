import type { Job } from './model.ts'

/** Until when gaps hold jobs back, as numbers that a state can carry; 0 holds nothing back. */
export const createHolds = (jobs: readonly Job[]) => {
  const list: Int32Array[] = [new Int32Array(jobs.length)]
  const numbers = new Map<string, number>()
  const bound = jobs.some(({ gaps }) => gaps.length > 0)
  const numberOf = (until: Int32Array): number => {
    if (until.every((slot) => slot === 0)) return 0
    const key = until.join()
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, list.length)
    return list.push(until) - 1
  }
  return {
    /** The slot before which the thing itself (without the way to it) may not begin. */
    until: (hold: number, job: number): number => (hold === 0 ? 0 : (list[hold]?.[job] ?? 0)),
    /** After a job that begins in `slot`. */
    after: (hold: number, number: number, slot: number, grid: number): number => {
      const job = jobs[number]
      const until = Int32Array.from(list[hold] ?? [])
      for (const gap of job?.gaps ?? [])
        until[gap.job] = Math.max(until[gap.job] ?? 0, slot + (job?.minutes ?? 0) / grid + gap.slots)
      return numberOf(until)
    },
    /** The same, without what no longer matters in `slot`. */
    at: (hold: number, slot: number, done: (job: number) => boolean): number => {
      if (!bound || hold === 0) return 0
      const old = list[hold] as Int32Array
      return numberOf(old.map((until, job) => (until <= slot + (jobs[job]?.lead ?? 0) || done(job) ? 0 : until)))
    },
  }
}
