/** What a verb in a tool's name does to a row: "cancel", "delete" and "forget" are asked for with the same words. */
const ACTION_OF: Readonly<Record<string, string>> = {
  add: 'add',
  set: 'add',
  log: 'add',
  remember: 'add',
  update: 'change',
  correct: 'change',
  cancel: 'remove',
  delete: 'remove',
  forget: 'remove',
  list: 'read',
  get: 'read',
  search: 'read',
  summarise: 'read',
  find: 'read',
}

/** Scores are computed per class, per domain and per action; a class's own score is the sum of its three. */
export interface Heads {
  /** Classes first, then domains, then actions. */
  width: number
  domainOf: number[]
  actionOf: number[]
}

/** By the catalogue's naming rule `<domain>_<verb>_<object>`; a class without a verb (`@smalltalk`) stands alone. */
export const headsOf = (classes: readonly string[]): Heads => {
  const parts = classes.map((name) => name.split('_'))
  const domains = [...new Set(parts.map(([domain]) => domain ?? ''))]
  const verbs = parts.map(([domain, verb]) => (verb === undefined ? (domain ?? '') : (ACTION_OF[verb] ?? verb)))
  const actions = [...new Set(verbs)]
  return {
    width: classes.length + domains.length + actions.length,
    domainOf: parts.map(([domain]) => classes.length + domains.indexOf(domain ?? '')),
    actionOf: verbs.map((verb) => classes.length + domains.length + actions.indexOf(verb)),
  }
}
