/**
 * Makes the weights of the built-in planner again, from all phrases but the held-out fifth, and writes them beside the source.
 * Run it after phrases or the code that reads them changed: `npm run train`.
 */
import { renameSync, writeFileSync } from 'node:fs'
import { phraseFolders } from '../models/planner/classifier/folders.ts'
import { loadPhrases } from '../models/planner/classifier/phrases.ts'
import { fitClasses } from '../models/planner/classifier/train.ts'
import { keyOf, LEARNT, pack } from '../models/planner/learnt.ts'
import { fitFields } from '../models/planner/tagger/train.ts'

const phrases = loadPhrases(phraseFolders(new URL('../', import.meta.url)))
const key = keyOf(phrases)
const [classes, fields] = await Promise.all([fitClasses(phrases), fitFields(phrases)])
const packed = pack({ key, classes, fields })
const half = new URL(`${LEARNT.href}.tmp`)
writeFileSync(half, packed)
renameSync(half, LEARNT)
process.stdout.write(
  `${phrases.length} phrases, ${classes.net.classes.length} classes, ${(packed.length / 1e6).toFixed(1)} MB\n`,
)
