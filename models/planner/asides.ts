import { zoneFrom } from '../../core/places.ts'
import { instantAt, localDateOf, zoned } from '../../core/time.ts'
import type { Lang } from '../../core/user.ts'
import { clauseOf, mentionsOf } from './clause.ts'
import type { Args, Draft, PersonContext } from './types.ts'
import { plainOf, tidy } from './words.ts'

// What is said of an event beside its name and time: on whose clock the hour is, and whether it takes the person's time.

/** "по Нью-Йорку", "по московскому времени" right after a clock; "London time", "EST". */
const ON_CLOCK: Readonly<Record<Lang, RegExp>> = {
  ru: /(?<!\p{L})по\s+((?:времени\s+)?\p{L}[\p{L}-]*(?:\s+\p{L}[\p{L}-]*)?(?:\s*[+-]\s*\d{1,2})?)/iu,
  en: /(?<![\p{L}\d])(?:in\s+|by\s+)?(\p{L}{2,}(?:\s+\p{L}{2,})?)\s+time(?!\p{L})/iu,
}
/** "at 4pm gmt", "в 18 мск": a zone by its letters. */
const ABBREVIATED = /(?<=[\d\p{L}]\s?)(?<!\p{L})(мск|msk|gmt|utc)(?![\p{L}+-])/iu
/** "wake time" is nobody's clock. */
const NO_PLACE = /^(?:wake|bed|sleep|start|end|lunch|dinner|play)$/iu
const ZONE_WORDS = /(?<!\p{L})(?:времени|времен[аиь]|местному|поясу|local|standard|daylight|summer)(?!\p{L})/giu

export interface Clocked {
  /** The message without the words for the zone. */
  text: string
  /** The same wall clock as the person's, in the other zone: "tomorrow" stays the person's tomorrow. */
  context: PersonContext
}

const inZone = (context: PersonContext, timeZone: string): PersonContext => {
  const wall = zoned(context.now, context.timeZone).toPlainTime().toString({ smallestUnit: 'minute' })
  return { ...context, timeZone, now: instantAt(localDateOf(context.now, context.timeZone), wall, timeZone) }
}

/** A clock time said in another zone; undefined when none is, or nobody knows the place. */
export const clockedElsewhere = (text: string, lang: Lang, context: PersonContext): Clocked | undefined => {
  const said = ABBREVIATED.exec(text) ?? ON_CLOCK[lang].exec(text)
  if (!said?.[1]) return undefined
  const clause = clauseOf(text, lang, context)
  const clocks = mentionsOf(clause, 'time', 'instant', 'window')
  /** Whether a clock ends right before the place; words of the clock itself may stand between. */
  const near = (at: number): boolean =>
    clocks.some(({ end }) => end <= at + 1 && !/\p{L}/u.test(text.slice(Math.min(end, at), at)))
  const words = said[1].split(/\s+/u)
  for (let many = words.length; many > 0; many--) {
    // In English the place stands right before "time", in Russian right after "по".
    const [place, others] =
      lang === 'ru' ? [words.slice(0, many), words.slice(many)] : [words.slice(-many), words.slice(0, -many)]
    const name = place.join(' ').replace(ZONE_WORDS, ' ').trim()
    const at = lang === 'ru' ? said.index : said.index + said[0].indexOf(place.join(' '))
    const timeZone = name === '' || NO_PLACE.test(name) || !near(at) ? null : zoneFrom(name)
    if (timeZone === null) continue
    const kept = others.join(' ').replace(ZONE_WORDS, ' ')
    const rest = `${text.slice(0, said.index)} ${kept} ${text.slice(said.index + said[0].length)}`
    return { text: rest.replace(/\s+/gu, ' ').trim(), context: inZone(context, timeZone) }
  }
  return undefined
}

const FREE =
  /[,;]?\s*(?:(?:и|но|and|but)\s+)?(?:(?:пометь|отметь|покажи|считай|mark|show|count|keep)\s+)?(?:что\s+|меня\s+|me\s+|it\s+)?(?:я\s+)?(?:(?:при этом|в это время|тогда|на это время)\s+)*(?:я\s+)?(?:(?:буду|остаюсь|как)\s+)?(?:свобод(?:ен|на|ным|ной)(?:\s+(?:при этом|в это время))?|не занимает (?:моё |мое |моего )?врем[яе]ни?|не блокируй (?:время|календарь)|время не занимает|(?:as|be|i'?m|i am|i'll be|stay)\s+(?:still\s+)?(?:free|available)|not (?:as )?busy|does(?: not|n'?t) (?:take|block)(?: my| the| any)? (?:time|calendar)|(?:don'?t|do not|without) block(?:ing)?(?: my| the)? (?:time|calendar))(?!\p{L})/iu
const BUSY =
  /[,;]?\s*(?:(?:и|но|and|but)\s+)?(?:(?:пометь|отметь|покажи|считай|block|mark|show|count)\s+)?(?:что\s+)?(?:(?:меня|я|me|it|the whole day|весь день)\s+)*(?:(?:буду|как|as)\s+)(?:занят\p{L}*|busy)(?!\p{L})/iu
const ASKED = /\?\s*$|^(?:когда|во сколько|сколько|где|when|am i|are|is|what|how)(?!\p{L})/iu
/** What is left of "make it not busy, it's only a note" says nothing more. */
const POINTS =
  /^(?:(?:а|и|ну|пусть|and)\s+)*(?:сделай|пусть|поставь|отметь|пометь|make|set|mark|show)?\s*(?:его|е[её]|это|эту|этот|it|that|this)?(?:\s*[,.;].*)?$/iu

export interface Marked {
  text: string
  busy: boolean
  /** Nothing else is said: the event just spoken of changes. */
  alone: boolean
}

/** Whether an event takes time, when the message says so. */
export const markedBusy = (text: string): Marked | undefined => {
  if (ASKED.test(text)) return undefined
  const free = FREE.exec(text)
  const said = free ?? BUSY.exec(text)
  if (!said) return undefined
  const rest = tidy(`${text.slice(0, said.index)} ${text.slice(said.index + said[0].length)}`)
  return { text: rest, busy: free === null, alone: POINTS.test(plainOf(rest)) }
}

const OF_EVENT = /^calendar_(?:add|update)_event$/u

/** The event among the drafts gets what was said beside it; undefined when no event was understood. */
export const onEvent = (drafts: readonly Draft[], args: Args): Draft[] | undefined => {
  if (!drafts.some(({ tool }) => OF_EVENT.test(tool))) return undefined
  return drafts.map((draft) => (OF_EVENT.test(draft.tool) ? { ...draft, args: { ...draft.args, ...args } } : draft))
}
