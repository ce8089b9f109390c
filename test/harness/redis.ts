import { inject } from 'vitest'
import './provided.ts'

/** The Redis of this run. A test file that imports this runs only where PostgreSQL and Redis are there. */
export const redisUrl = (): string => {
  const url = inject('redisUrl')
  if (!url) throw new Error('this test runs without Redis: the project `services` gives one')
  return url
}
