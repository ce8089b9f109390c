import { type RepairEntry, t } from './entries.ts'
import { electricRepairs } from './repairs-electric.ts'
import { hazardRepairs } from './repairs-hazards.ts'
import { surfaceRepairs } from './repairs-surfaces.ts'
import { waterRepairs } from './repairs-water.ts'

/** All repairs that can be advised on. */
export const repairEntries: readonly RepairEntry[] = [
  ...hazardRepairs,
  ...waterRepairs,
  ...electricRepairs,
  ...surfaceRepairs,
]

/** Where any repair stops, known or not. */
export const generalStopRules = [
  t(
    'Газ, электрощит, несущая стена, крыша или окно на высоте: остановитесь и зовите специалиста.',
    'Gas, the electrical panel, a load-bearing wall, a roof or a window high up: stop and call a professional.',
  ),
  t(
    'Пахнет газом или гарью, искрит, бьёт током: выйдите и звоните 112.',
    'A smell of gas or burning, sparks, a shock: get out and call the emergency number.',
  ),
  t(
    'Старый шифер, плитка или изоляция могут содержать асбест: не сверлите и не ломайте.',
    'Old slate sheets, tiles or insulation may hold asbestos: do not drill or break them.',
  ),
]
