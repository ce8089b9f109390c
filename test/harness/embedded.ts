import { inject } from 'vitest'
import './provided.ts'
import { type Copy, copyTemplate } from './template.ts'

/** A migrated data folder that nobody has opened. A test file that imports this runs on the embedded database only. */
export const copyDataFolder = (): Promise<Copy> => copyTemplate(inject('template'), inject('home'))
