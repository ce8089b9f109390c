/**
 * Prints how well the trained classifier does on the fifth of the phrases it never saw: accuracy per language, how often small
 * talk and out-of-scope text would be acted on, latency, confused pairs, what each threshold would mean, and recall
 * of the tool ranking. Run by hand: `node scripts/measure-classifier.ts [--wrong]`.
 */
import { createClassifier } from '../models/planner/classifier/classify.ts'
import { phraseFolders } from '../models/planner/classifier/folders.ts'
import { measure } from '../models/planner/classifier/measure.ts'
import { loadPhrases } from '../models/planner/classifier/phrases.ts'
import { fitClasses } from '../models/planner/classifier/train.ts'

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`
const print = (line = ''): void => {
  process.stdout.write(`${line}\n`)
}

const phrases = loadPhrases(phraseFolders(new URL('../', import.meta.url)))
const report = measure(createClassifier(await fitClasses(phrases)), phrases)

print(`${report.phrases} phrases, ${report.heldOut} held out, ${report.classes} classes`)
print(`one text p95 ${report.p95Ms.toFixed(3)} ms`)
for (const [lang, result] of Object.entries(report.languages)) {
  print(
    `${lang}: right class ${percent(result.accuracy)} of ${result.texts}; acted on ${percent(result.acted)}, right when acted ${percent(result.rightWhenActed)}`,
  )
  print(
    `    small talk and out of scope: no write for ${percent(1 - result.falseWrites)} of ${result.nonTools}, no act at all for ${percent(1 - result.falseActs)}`,
  )
}
print(`the right tool among the 12 ranked first: ${percent(report.recallAt12)}`)

print(
  '\nbands: with this certainty for an act, how many texts that ask for a tool of that kind are acted on, and how many acts are wrong',
)
for (const row of report.bands) {
  print(
    `  ${row.kind.padEnd(5)} act ≥ ${row.act.toFixed(2)}  acted ${percent(row.acted).padStart(7)}  wrong ${percent(row.wrong).padStart(7)}  on texts that ask for nothing ${percent(row.onNothing)}`,
  )
}

print('\nconfused pairs (meant → taken for)')
for (const { meant, taken, times } of report.confusions.slice(0, 25))
  print(`  ${String(times).padStart(3)}  ${meant} → ${taken}`)
if (process.argv.includes('--wrong')) {
  print('\nwrong texts')
  for (const { text, meant, taken, score } of report.wrong) print(`  ${meant} → ${taken} ${score.toFixed(2)}  ${text}`)
}
