import type { Template } from './template.ts'

/** What the set-up of a test project hands to its workers. */
declare module 'vitest' {
  interface ProvidedContext {
    template: Template
    /** Folder for temporary files of the run; removed at its end. */
    home: string
    redisUrl: string | null
  }
}
