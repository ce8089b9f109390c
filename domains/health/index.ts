import type { Domain } from '../contract.ts'
import { healthImporter } from './imports/importer.ts'
import { rules } from './rules.ts'
import { events } from './schema.ts'
import { dayParts } from './tools/day.ts'
import { findRow } from './tools/find.ts'
import { safetyFacts } from './tools/safety.ts'
import { tools } from './tools.ts'

/** Health: sleep, mood, measurements, habits, and what must be known before any advice. */
export const health: Domain = {
  id: 'health',
  folder: new URL('.', import.meta.url),
  tools,
  uses: [],
  events,
  rules,
  day: dayParts,
  find: findRow,
  safety: safetyFacts,
  imports: { health: healthImporter },
  claims: {
    // A verb of doing and a thing of health in one sentence, in either order.
    done: [
      /(?<!\p{L})(?:записа[лн]|отмети[лв]|отмечен|добавил|добавлен|вн[её]с|учт[её]н|уч[её]л|удалил|удал[её]н|исправил|исправлен|убрал|сохранил|сохран[её]н)\p{L}*[^.!?\n]{0,60}(?<!\p{L})(?:сон|сна|вес|шаг|вод[аыу]|пульс|давлени|температур|глюкоз|сахар|кислород|настроени|стресс|энерги|симптом|привычк|аллерги|лекарств|диагноз|беременност|профил)/iu,
      /(?<!\p{L})(?:сон|вес|шаги|вода|пульс|давление|температура|глюкоза|сахар|настроение|стресс|симптом|привычка|аллергия|лекарство)(?!\p{L})[^.!?\n]{0,60}(?<!\p{L})(?:записан|отмечен|добавлен|внес[её]н|учт[её]н|удал[её]н|исправлен|сохран[её]н)/iu,
      /(?<!\p{L})(?:recorded|logged|noted|added|saved|entered|deleted|removed|updated|corrected|marked)(?!\p{L})[^.!?\n]{0,60}(?<!\p{L})(?:sleep|night|nap|weight|steps|water|pulse|heart rate|blood pressure|temperature|glucose|oxygen|mood|stress|energy|symptom|habit|allergy|medicine|medication|condition|pregnancy)(?!\p{L})/iu,
      /(?<!\p{L})(?:sleep|nap|weight|steps|water|pulse|blood pressure|temperature|glucose|mood|symptom|habit|allergy|medication|condition)(?!\p{L})[^.!?\n]{0,60}(?<!\p{L})(?:recorded|logged|noted|added|saved|deleted|removed|updated|corrected)(?!\p{L})/iu,
    ],
  },
}
