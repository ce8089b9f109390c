import { inject } from 'vitest'
import './provided.ts'

/** URL of a PostgreSQL server where databases may be created. A test file that imports this never runs on the embedded one. */
export const serverUrl = (): string => {
  const template = inject('template')
  if (template.kind !== 'server')
    throw new Error('this test needs a PostgreSQL server: the project `services` gives one')
  return template.serverUrl
}
