import type { NamedThing } from '../../../tools/contract.ts'
import type { Clause, MentionOf } from '../clause.ts'
import { contentOf, type Strip } from '../content.ts'
import type { Cues } from '../cues.ts'
import type { Mention } from '../mention.ts'
import type { Presence } from '../tagger/presence.ts'
import type { Tagged } from '../tagger/tag.ts'
import type { Args, PersonContext, Property, Ref, ToolSchema } from '../types.ts'

/** Filling one tool's input from one clause: what is filled, and which spans that used up. */
export interface Slots {
  readonly tool: ToolSchema
  readonly clause: Clause
  /** The clause with everything it mentions, also what stands inside a name. */
  readonly whole: Clause
  readonly cues: Cues
  readonly context: PersonContext
  readonly args: Args
  readonly used: Mention[]
  ref?: Ref
  /** Text fields come from the tagger: nothing is peeled out of the sentence. */
  readonly tagged: boolean
  /** Which fields the sentence as a whole fills; empty when nothing was learnt of the tool. */
  readonly presence: Presence
  /** Which field a time or a sum belongs to, as far as was learnt. */
  readonly fields: ReadonlyMap<Mention, string>
  /** What the domains know by name in the clause. */
  readonly names: readonly NamedThing[]
  /** Things one after another, as far as was learnt, with their places. */
  readonly parts: Tagged['runs']
  /** An hour the row goes to on its own day. */
  clock?: { time: string; said: string }
  /** Whether the time said is when the row ends. */
  ends?: boolean
  /** The day a row is moved away from. */
  movedFrom?: string
}

/** What is left of the sentence for a text field; nothing when the tagger has already said. */
export const restFor = (slots: Slots, strip: Strip, used: readonly Mention[] = slots.used): string =>
  slots.tagged ? '' : contentOf(slots.clause, used, strip)

const fieldOf = (slots: Slots, name: string): Property | undefined => slots.tool.properties[name]

export const unused = (slots: Slots): Mention[] =>
  slots.clause.mentions.filter((mention) => !slots.used.includes(mention))

/** Unused mentions of these kinds, in the order of the sentence. */
export const left = <K extends Mention['kind']>(slots: Slots, ...kinds: K[]): MentionOf<K>[] =>
  unused(slots).filter((mention): mention is MentionOf<K> => (kinds as string[]).includes(mention.kind))

export const use = (slots: Slots, ...mentions: readonly Mention[]): void => {
  slots.used.push(...mentions)
}

/** Sets a field when the tool takes it and nothing is there yet. */
export const set = (slots: Slots, name: string, value: unknown): boolean => {
  if (value === undefined || slots.args[name] !== undefined || !fieldOf(slots, name)) return false
  slots.args[name] = value
  return true
}

/** How likely the sentence fills a field, 0..1; `unknown` when nothing was learnt of the tool. */
export const chanceOf = ({ presence }: Pick<Slots, 'presence'>, field: string, unknown = 0): number =>
  presence.size === 0 ? unknown : (presence.get(field) ?? 0)

export const wasSaid = (slots: Slots, mention: Mention): string => slots.clause.plain.slice(mention.start, mention.end)
