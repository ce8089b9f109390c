import { stemsOf } from '../../../core/words.ts'
import { SPORTS, type Sport } from '../knowledge/sports.ts'

/** Finds a sport by what a person or a device calls it. */

/** Stems without spaces between them, so that "кросс-фит" and "кроссфит" meet. */
const keyOf = (words: string): string => stemsOf(words).join(' ')

const byKey = new Map(SPORTS.map((sport) => [sport.key, sport]))
const byWord = new Map<string, Sport>()
for (const sport of SPORTS)
  for (const word of [sport.key.replaceAll('_', ' '), sport.ru, sport.en, ...sport.words])
    byWord.set(keyOf(word), sport)

/** The facts of a sport by its canonical key; anything unknown is `other`. */
export const sportOf = (key: string): Sport => byKey.get(key) ?? OTHER
/** Where a sport is done that is hardly ever done elsewhere; of the others nobody knows. */
const OUTSIDE = new Set(
  `running trail_running walking nordic_walking hiking cycling mountain_biking open_water_swimming kayaking
  cross_country_skiing alpine_skiing snowboarding inline_skating golf horse_riding surfing triathlon duathlon`.split(
    /\s+/,
  ),
)
const INSIDE = new Set(
  `treadmill indoor_cycling strength crossfit hiit kettlebell yoga pilates stretching elliptical table_tennis squash boxing
  martial_arts gymnastics`.split(/\s+/),
)
/** Whether a sport is done outside; null where it may be either. */
export const isOutdoor = (key: string): boolean | null => (OUTSIDE.has(key) ? true : INSIDE.has(key) ? false : null)
const OTHER: Sport = {
  key: 'other',
  ru: 'тренировка',
  en: 'workout',
  words: [],
  kind: 'other',
  usualRpe: 4,
  impact: false,
}

/**
 * The canonical key of a sport from a word in either language or a device's name (`running`, `CYCLING`, `пробежка`).
 * The longest run of known words wins ("лыжный бег" is skiing, not running); null when no word is known.
 */
export const sportKeyOf = (said: string): string | null => {
  const exact = byKey.get(said.trim().toLowerCase())
  if (exact) return exact.key
  const stems = stemsOf(said.replaceAll('_', ' '))
  for (let size = Math.min(stems.length, 4); size > 0; size -= 1)
    for (let at = 0; at + size <= stems.length; at += 1) {
      const found = byWord.get(stems.slice(at, at + size).join(' '))
      if (found) return found.key
    }
  return null
}
