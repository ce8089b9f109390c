import type { Message, MessageParam } from '../../../core/messages.ts'
import { localTimeOf, shapeOf } from '../../../core/recurrence.ts'
import type { EventOutput, FreeSlotsOutput, ListEventsInput, ListEventsOutput, OccurrenceOutput } from '../schema.ts'

/** Events in words: what is told after a call and asked before one. */
const SHOWN = 10
const SHOWN_CLASHES = 3
const SHOWN_SLOTS = 6

const say = (key: string, params: Record<string, MessageParam> = {}): Message => ({ key: `calendar.${key}`, params })
const dateOf = (instant: string, timeZone: string): string => localTimeOf(new Date(instant), timeZone).slice(0, 10)

/** "30 минут", "1 час 30 минут". */
export const lengthMessage = (minutes: number): Message => {
  const whole = Math.max(1, Math.round(minutes))
  const h = Math.floor(whole / 60)
  const m = whole % 60
  if (h === 0) return say('length_minutes', { m })
  return m === 0 ? say('length_hours', { h }) : say('length_both', { h, m })
}

export const repeatMessage = (rrule: string, localStart: string): Message => {
  // One date of the rule and others added to it: there are no words for such a series.
  if (/(^|;)COUNT=1(;|$)/.test(rrule)) return say('repeat_other', { n: 1 })
  const { kind, interval, days } = shapeOf(rrule, localStart)
  if (kind !== 'weekly') return say(`repeat_${kind}`, { n: interval })
  const list = days.map((day) => say(`day_${day.toLowerCase()}`))
  return say('repeat_weekly', { n: interval, days: { list, join: 'and' } })
}

type Timed = Pick<OccurrenceOutput, 'start' | 'end' | 'timeZone' | 'durationMinutes' | 'allDay' | 'rrule'>

/** When one event is: "завтра в 15:00, 30 минут", "пт, 20 марта, весь день", "с … по …". */
export const whenMessage = (event: Timed): Message => {
  if (!event.allDay) return say('when', { at: { instant: event.start }, length: lengthMessage(event.durationMinutes) })
  const date = dateOf(event.start, event.timeZone)
  const last = dateOf(new Date(Date.parse(event.end) - 1).toISOString(), event.timeZone)
  return date === last ? say('when_day', { date: { date } }) : say('when_days', { from: { date }, to: { date: last } })
}

/** When it is or, for a whole series, how it repeats and when it is next. */
const whenOf = (event: Timed, whole: boolean): Message =>
  whole && event.rrule !== null
    ? say('when_series', {
        repeat: repeatMessage(event.rrule, localTimeOf(new Date(event.start), event.timeZone)),
        when: whenMessage(event),
      })
    : whenMessage(event)

const joined = (items: readonly Message[]): MessageParam => {
  const [head, ...tail] = items
  if (!head) return ''
  return tail.length === 0 ? head : say('join', { head, tail: joined(tail) })
}

/** " В 15:00 уже «Стоматолог». Свободно в 16:00 и завтра в 10:00." */
const clashOf = (output: EventOutput): MessageParam => {
  if (output.conflicts.length === 0) return ''
  const items = output.conflicts.slice(0, SHOWN_CLASHES).map(({ title, start, sameDay }) =>
    say(sameDay ? 'clash_same' : 'clash_other', {
      title,
      time: { time: start },
      date: { date: dateOf(start, output.timeZone), capital: true },
    }),
  )
  const rest = output.conflicts.length - items.length
  const list = rest > 0 ? [...items, say('more', { n: rest })] : items
  const free = output.suggestions.map(({ start, sameDay }) =>
    sameDay ? say('free_same', { time: { time: start } }) : say('at', { at: { instant: start } }),
  )
  return say('clash', {
    list: list.reduce((head, tail) => say('sentences', { head, tail })),
    free: free.length === 0 ? '' : say('clash_free', { list: { list: free, join: 'and' } }),
  })
}

export const saidAdded = (output: EventOutput): Message =>
  say('added', { title: output.title, when: whenOf(output, true), clash: clashOf(output) })

export const saidUpdated = (output: EventOutput): Message => {
  const whole = output.scope !== 'this'
  const params = { title: output.title, when: whenOf(output, whole), clash: clashOf(output) }
  const { changed, previous } = output
  if (changed.length === 0 || !previous) return say('unchanged', params)
  if (changed.includes('start') && !output.allDay) {
    const date = dateOf(output.start, output.timeZone)
    if (whole && output.rrule !== null) return say('moved_series', params)
    return date === dateOf(previous.start, output.timeZone)
      ? say('moved_time', { ...params, time: { time: output.start }, date: { date } })
      : say('moved', { ...params, at: { instant: output.start } })
  }
  if (changed.includes('start')) return say('moved_day', params)
  if (changed.join() === 'title') return say('renamed', { ...params, old: previous.title })
  if (changed.join() === 'location' && output.location !== null)
    return say('placed', { ...params, location: output.location })
  return say('changed', params)
}

export const saidCancelled = (output: EventOutput): Message => {
  const params = { title: output.title, when: whenMessage(output) }
  if (output.changeId === null) return say('already_cancelled', params)
  if (output.rrule === null) return say('cancelled', params)
  return say(`cancelled_${output.scope}`, { ...params, date: { date: dateOf(output.start, output.timeZone) } })
}

/** The question before cancelling: names the event and how far it reaches. */
export const askedCancel = (event: OccurrenceOutput, scope: EventOutput['scope']): Message => {
  const params = { title: event.title, when: whenMessage(event) }
  if (event.rrule === null || scope === 'this') return say('ask_cancel', params)
  const repeat = repeatMessage(event.rrule, localTimeOf(new Date(event.start), event.timeZone))
  return say(`ask_cancel_${scope}`, { ...params, repeat, date: { date: dateOf(event.start, event.timeZone) } })
}
export const askedAdd = (event: OccurrenceOutput): Message =>
  say('ask_add', { title: event.title, when: whenOf(event, true) })
export const askedUpdate = (event: OccurrenceOutput): Message =>
  say('ask_update', { title: event.title, when: whenMessage(event) })

export const saidList = (output: ListEventsOutput, input: ListEventsInput): Message => {
  const { items, date } = output
  const more = items.length > SHOWN || output.nextCursor !== null ? say('more', { n: items.length - SHOWN }) : ''
  if (items.length === 0) {
    if (input.query) return say('none_found', { query: input.query })
    return date === null ? say('none') : say('none_on', { date: { date, capital: true } })
  }
  const shown = items.slice(0, SHOWN)
  if (date !== null) {
    const list = joined(shown.map((item) => dayLine(item, date)))
    return say('list_on', {
      date: { date, capital: true },
      n: items.length,
      list,
      more: more && say('after_space', { more }),
    })
  }
  const list = shown.map(({ title, start, timeZone, allDay }) =>
    allDay
      ? say('line_day', { title, date: { date: dateOf(start, timeZone), capital: true } })
      : say('line', { title, date: { date: dateOf(start, output.timeZone), capital: true }, time: { time: start } }),
  )
  return say('list', { n: items.length, list: { list, join: 'lines' }, more: more && say('on_new_line', { more }) })
}
const dayLine = ({ title, start, timeZone, allDay }: OccurrenceOutput, date: string): Message => {
  if (allDay) return say('item_day', { title })
  return dateOf(start, timeZone) < date ? say('item_going', { title }) : say('item', { title, time: { time: start } })
}

export const saidFree = (output: FreeSlotsOutput): Message => {
  const { items, date } = output
  const span = (start: string, end: string) => ({ from: { time: start }, to: { time: end } })
  if (items.length === 0) return date === null ? say('no_free') : say('no_free_on', { date: { date, capital: true } })
  const shown = items.slice(0, SHOWN_SLOTS)
  if (date !== null) {
    const list = joined(shown.map(({ start, end }) => say('free_item', span(start, end))))
    return say('free_on', { date: { date, capital: true }, list })
  }
  const list = shown.map(({ start, end }) =>
    say('free_line', { ...span(start, end), date: { date: dateOf(start, output.timeZone), capital: true } }),
  )
  return say('free', { list: { list, join: 'lines' } })
}
