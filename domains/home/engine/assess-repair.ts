import type { RepairEntry } from '../knowledge/entries.ts'
import { generalStopRules, repairEntries } from '../knowledge/repairs.ts'
import { wordsIn } from './assess-names.ts'
import { sourcesOf } from './assess-severity.ts'
import type { Question, RepairAdvice, RepairVerdict } from './assess-types.ts'

const strictness: readonly RepairVerdict[] = ['do_it_yourself', 'with_care', 'unknown', 'call_professional']

/** Each phrase as a list of words, each word as the stems that may stand for it. */
const phrases = repairEntries.map((entry) => ({
  entry,
  match: entry.match.map((phrase) =>
    phrase.split(' ').map((word) => new Set(word.split('|').flatMap((one) => wordsIn(one).map(({ stem }) => stem)))),
  ),
}))

interface Match {
  entry: RepairEntry
  score: number
}

const matchesOf = (topic: string): Match[] => {
  const held = wordsIn(topic).map((word) => word.stem)
  return phrases.flatMap(({ entry, match }) => {
    const full = match.filter((words) => words.every((stems) => held.some((stem) => stems.has(stem))))
    return full.length > 0 ? [{ entry, score: Math.max(...full.map((words) => words.length)) }] : []
  })
}

/** Emergencies first, then hazards by strictness, then what names the topic with the most words. */
const rank = ({ entry, score }: Match): number => {
  const strict = strictness.indexOf(entry.verdict)
  return (entry.emergency ? 10_000 : 0) + (entry.hazard ? 1_000 + strict * 100 : 0) + score * 10 + strict
}

const topicQuestion: Question = {
  id: 'topic',
  text: {
    ru: 'Что именно сломалось и что вы видите? Есть ли рядом газ, электричество или вода?',
    en: 'What exactly is broken and what do you see? Is there gas, electricity or water nearby?',
  },
}

const notFound: RepairAdvice = {
  found: false,
  id: null,
  title: null,
  verdict: 'unknown',
  steps: [],
  tools: [],
  stopRules: generalStopRules,
  followUp: null,
  suggestions: [],
  questions: [topicQuestion],
  sources: [],
}

/**
 * Advice for a repair named in free words. The most telling entry answers; a hazard named along (gas, a load-bearing
 * wall, asbestos) decides before anything else. What is not known gives `unknown` and the rules for stopping.
 */
export const adviseRepair = (topic: string): RepairAdvice => {
  const [best, ...others] = matchesOf(topic).toSorted((one, other) => rank(other) - rank(one))
  if (!best) return notFound
  const { entry } = best
  const along = others.filter((other) => other.entry.hazard)
  return {
    found: true,
    id: entry.id,
    title: entry.title,
    verdict: entry.verdict,
    steps: entry.steps,
    tools: entry.tools,
    stopRules: [...new Set([entry, ...along.map((other) => other.entry)].flatMap((one) => one.stopRules))],
    followUp: entry.followUp,
    ...(entry.emergency ? { emergency: true } : {}),
    suggestions: [],
    questions: [],
    sources: sourcesOf([entry, ...along.map((other) => other.entry)].flatMap((one) => one.sources)),
  }
}
