import type { AccountDeps } from './account/contract.ts'
import { account } from './account/index.ts'
import { calendar } from './calendar/index.ts'
import type { Domain } from './contract.ts'
import { finance } from './finance/index.ts'
import { health } from './health/index.ts'
import { home } from './home/index.ts'
import { nutrition } from './nutrition/index.ts'
import { reminders } from './reminders/index.ts'
import { tasks } from './tasks/index.ts'
import { workouts } from './workouts/index.ts'

/** The registry: one line a domain. */
export const domains = (deps: { account: AccountDeps }): Domain[] => [
  account(deps.account),
  finance,
  calendar,
  tasks,
  reminders,
  health,
  home,
  nutrition,
  workouts,
]
