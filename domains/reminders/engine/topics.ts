// Kinds of message a person can be told unasked, and the words people use for them.
import type { TimeWindow } from '../../../core/user.ts'

/**
 * Beginnings of words, lower case, `ё` written as `е`. The first topic with a fitting word wins, so the narrow ones
 * stand before the broad ones; a muted broad topic mutes its narrow ones.
 */
export const TOPICS: Readonly<Record<string, readonly string[]>> = {
  'finance.budget': ['бюджет', 'лимит', 'budget', 'limit'],
  'finance.bill': ['счет', 'платеж', 'оплат', 'подписк', 'коммунал', 'bill', 'payment', 'subscription', 'invoice'],
  'finance.forecast': ['прогноз остатк', 'кассов', 'нехватк', 'forecast', 'shortfall'],
  'finance.price': ['подорожа', 'повышени цен', 'price rise', 'price increase'],
  'finance.goal': ['копил', 'накоплен', 'saving'],
  'health.weight': ['вес', 'weight'],
  'health.sleep': ['сон', 'сна', 'сне', 'сну', 'сплю', 'недосып', 'sleep', 'bedtime'],
  'health.checkin': ['стресс', 'настроен', 'перерыв', 'медитац', 'stress', 'mood', 'break', 'meditat'],
  'health.habit': ['привыч', 'воду', 'вода', 'воде', 'воды', 'habit', 'water', 'hydrat'],
  'home.chores': ['уборк', 'домашних дел', 'chore', 'clean'],
  'home.stock': ['продукт', 'срок годн', 'expir', 'food stock', 'groceries'],
  'home.warranty': ['гаранти', 'warrant'],
  'home.pets': ['питом', 'животн', 'кот', 'кош', 'собак', 'pet', 'cat', 'dog'],
  'workouts.load': ['нагрузк', 'перетрен', 'load', 'overtrain'],
  'workouts.best': ['рекорд', 'record', 'personal best'],
  'planning.morning': ['утренн', 'сводк', 'брифинг', 'morning', 'brief', 'digest'],
  'planning.evening': ['вечерн', 'итог', 'evening', 'review', 'recap'],
  finance: ['финанс', 'деньг', 'денеж', 'деньгам', 'трат', 'расход', 'financ', 'money', 'spend', 'expens'],
  calendar: ['календар', 'встреч', 'событ', 'calendar', 'meeting', 'event', 'appointment'],
  tasks: ['задач', 'дедлайн', 'дел', 'task', 'todo', 'to-do', 'deadline'],
  health: ['здоров', 'самочувств', 'health', 'wellbeing', 'well-being'],
  workouts: ['трениров', 'спорт', 'зал', 'workout', 'training', 'gym', 'fitness', 'exercise'],
  nutrition: [
    'питани',
    'еда',
    'еде',
    'еду',
    'добавк',
    'витамин',
    'бад',
    'nutrition',
    'meal',
    'supplement',
    'vitamin',
    'diet',
  ],
  home: ['дом', 'быт', 'home', 'household', 'house'],
  planning: ['план', 'plan'],
}

const has = (topic: string): boolean => Object.hasOwn(TOPICS, topic)

/** The topic meant by an id (`health.sleep`) or by words ("про сон", "my budget"); null when it is none we know. */
export const topicMeant = (said: string): string | null => {
  const plain = said.trim().toLowerCase().replaceAll('ё', 'е')
  if (has(plain)) return plain
  // A room may bring a narrower topic than this list knows.
  const [root = '', ...rest] = plain.split('.')
  if (rest.length === 1 && has(root) && /^[a-z_]+$/.test(rest[0] ?? '')) return plain
  for (const [topic, words] of Object.entries(TOPICS)) {
    const begins = words.some((word) => new RegExp(`(?<!\\p{L})${word}`, 'u').test(plain))
    if (begins) return topic
  }
  return null
}

export interface TopicSetting {
  topic: string
  enabled: boolean
  window: TimeWindow | null
}

/** What holds for a topic: off when it or the topic around it is off; the narrower window wins. */
export const settingOf = (settings: readonly TopicSetting[], topic: string): TopicSetting => {
  const own = settings.find((setting) => setting.topic === topic)
  const around = settings.find((setting) => setting.topic === topic.split('.')[0])
  return {
    topic,
    enabled: (own?.enabled ?? true) && (around?.enabled ?? true),
    window: own?.window ?? around?.window ?? null,
  }
}

/** Every known topic with what holds for it, those only this person has included. */
export const allSettings = (settings: readonly TopicSetting[]): TopicSetting[] =>
  [...new Set([...Object.keys(TOPICS), ...settings.map((setting) => setting.topic)])]
    .sort()
    .map((topic) => settingOf(settings, topic))
