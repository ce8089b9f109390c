// Tools for what a person wants to be told unasked. Reminders they set themselves are not a topic: they always come.
import { AppError } from '../../core/errors.ts'
import { newId } from '../../core/ids.ts'
import type { Message } from '../../core/messages.ts'
import { type Ctx, defineTool } from '../../tools/contract.ts'
import { allSettings, TOPICS, type TopicSetting, topicMeant } from './engine/topics.ts'
import { deleteTopic, keepBefore, lockTopic, nextVersion, readBefore, readTopics, saveTopic } from './repository.ts'
import {
  keptTopic,
  type ListTopicsInput,
  listTopicsInput,
  type SetTopicInput,
  type SetTopicOutput,
  setTopicInput,
  setTopicOutput,
  type Topic,
  type TopicsOutput,
  topicsOutput,
} from './schema.ts'

const settingFrom = (row: Topic): TopicSetting => ({
  topic: row.topic,
  enabled: row.enabled,
  window: row.windowStart !== null && row.windowEnd !== null ? { start: row.windowStart, end: row.windowEnd } : null,
})

/** What this person has chosen; topics not in it are on. */
export const topicSettings = async (tx: Ctx['tx']): Promise<TopicSetting[]> => (await readTopics(tx)).map(settingFrom)

const nameOf = (topic: string): Message =>
  Object.hasOwn(TOPICS, topic)
    ? { key: `reminders.topic_${topic.replace('.', '_')}` }
    : { key: 'reminders.topic_other', params: { topic } }

const meant = (said: string): string => {
  const topic = topicMeant(said)
  if (topic) return topic
  const broad = Object.keys(TOPICS).filter((id) => !id.includes('.'))
  throw new AppError('invalid', 'reminders.unknown_topic', {
    said,
    topics: { list: broad.map(nameOf), join: 'and' },
  })
}

const windowParams = (window: TopicSetting['window']): { start: string; end: string } => ({
  start: window?.start ?? '',
  end: window?.end ?? '',
})

export const setTopic = defineTool<SetTopicInput, SetTopicOutput>({
  name: 'reminders_set_topic',
  title: 'Turn a kind of unasked message on or off',
  description:
    'Turns messages that come unasked about a topic (finance, finance.budget, health.sleep, …) on or off, or keeps them to a window of the day. It does not touch reminders the person set.',
  about: 'general',
  risk: 'write',
  confirm: 'never',
  input: setTopicInput,
  output: setTopicOutput,
  async summary(_ctx, input) {
    return {
      key: input.enabled ? 'reminders.ask_topic_on' : 'reminders.ask_topic_off',
      params: { topic: nameOf(meant(input.topic)) },
    }
  },
  say(output) {
    const topic = nameOf(output.topic)
    if (!output.enabled) return { key: 'reminders.topic_off', params: { topic } }
    if (!output.window) return { key: 'reminders.topic_on', params: { topic } }
    return { key: 'reminders.topic_on_window', params: { topic, ...windowParams(output.window) } }
  },
  async run(ctx, input) {
    const topic = meant(input.topic)
    const before = await lockTopic(ctx.tx, topic)
    const keep = input.window === undefined
    const row: Topic = {
      id: before?.id ?? newId(),
      topic,
      enabled: input.enabled,
      windowStart: keep ? (before?.windowStart ?? null) : (input.window?.start ?? null),
      windowEnd: keep ? (before?.windowEnd ?? null) : (input.window?.end ?? null),
      version: before ? await nextVersion(ctx.tx, before) : 1,
    }
    if (before)
      await keepBefore(ctx.tx, ctx.user.id, { id: newId(), rowId: row.id, version: row.version, before, now: ctx.now })
    await saveTopic(ctx.tx, ctx.user.id, row, ctx.now)
    return { ...settingFrom(row), id: row.id, version: row.version }
  },
  async undo(ctx, output) {
    const row = await lockTopic(ctx.tx, output.topic)
    if (row?.version !== output.version) throw new AppError('conflict', 'reminders.topic_changed_since')
    if (row.version === 1) return deleteTopic(ctx.tx, row.id)
    await saveTopic(ctx.tx, ctx.user.id, keptTopic.parse(await readBefore(ctx.tx, row.id, row.version)), ctx.now)
  },
})

/** Whether what holds for a narrow topic is already said by the broad one. */
const followsRoot = (item: TopicSetting, all: readonly TopicSetting[]): boolean => {
  const root = all.find((other) => other.topic !== item.topic && other.topic === item.topic.split('.')[0])
  if (!root || root.enabled !== item.enabled) return false
  return !item.enabled || (root.window?.start === item.window?.start && root.window?.end === item.window?.end)
}

export const listTopics = defineTool<ListTopicsInput, TopicsOutput>({
  name: 'reminders_list_topics',
  title: 'List kinds of unasked messages',
  description: 'Which kinds of messages may come unasked, which are off, and at what times of day they may come.',
  about: 'general',
  risk: 'read',
  input: listTopicsInput,
  output: topicsOutput,
  async summary() {
    return { key: 'reminders.ask_topics' }
  },
  say(output) {
    const own = output.items.filter((item) => !followsRoot(item, output.items))
    const off = own.filter((item) => !item.enabled)
    const limited = own.filter((item) => item.enabled && item.window !== null)
    const windows = limited.map(
      (item): Message => ({
        key: 'reminders.topic_window',
        params: { topic: nameOf(item.topic), ...windowParams(item.window) },
      }),
    )
    if (off.length === 0 && windows.length === 0) return { key: 'reminders.topics_all_on' }
    const parts: Message[] =
      off.length === 0
        ? []
        : [
            {
              key: 'reminders.topics_off',
              params: { topics: { list: off.map((item) => nameOf(item.topic)), join: 'and' } },
            },
          ]
    return { key: 'reminders.topics', params: { items: { list: [...parts, ...windows] } } }
  },
  async run(ctx, input) {
    const all = allSettings(await topicSettings(ctx.tx))
    const rest = input.cursor === undefined ? all : all.filter((item) => item.topic > (input.cursor ?? ''))
    const items = rest.slice(0, input.limit)
    return { items, nextCursor: rest.length > input.limit ? (items.at(-1)?.topic ?? null) : null }
  },
})
