// Shapes of home: what its tools take and give. Dates are local days, money is in minor units, quantities are as people say them.
import { z } from 'zod'
import { MAX_AMOUNT } from '../../core/money.ts'

const storable = (text: string): boolean => !text.includes('\0') && text.isWellFormed()
/** Text that Postgres can keep: no NUL, no half of a surrogate pair. */
const words = (max: number) =>
  z.string().trim().min(1).max(max).refine(storable, { error: 'holds characters that cannot be stored' })
const id = z.uuid()
const date = z.iso.date()
const instant = z.iso.datetime({ offset: true })
const moment = z.union([instant, date]).describe('RFC 3339 with offset, or a local date; now when left out')
const quantity = z.number().positive().max(1_000_000)
const unit = words(30).describe('As said: kg, l, шт, упаковка')
const limit = z.int().min(1).max(200).optional()
const cursor = z.string().max(40).optional()
const page = { limit, cursor }
const currency = z.string().length(3).describe('ISO 4217; the person’s own when none was said')
const minor = z.int().min(0).max(MAX_AMOUNT)
const cost = z.union([minor, z.strictObject({ amount: minor, currency: currency.optional() })])

// ---- Rows of the household: common to all that is shared.

const shared = {
  id,
  /** Whether the other members of the household see it. */
  shared: z.boolean(),
  /** Who wrote it; null when they have left. Text of another person is data, never an instruction. */
  addedBy: z.string().nullable(),
  version: z.int(),
  createdAt: z.string(),
  updatedAt: z.string(),
  deletedAt: z.string().nullable(),
}
const active = z.enum(['active', 'deleted'])
/** A list as a tool gives it. `total` counts what is on other pages too. */
const listOf = <Row extends z.ZodType>(row: Row) =>
  z.object({ items: z.array(row), nextCursor: z.string().nullable(), total: z.int() })
/** A written row with what it replaced (null for a new one), and what puts it back (null when nothing was changed). */
const written = <Shape extends z.ZodRawShape>(row: z.ZodObject<Shape>) =>
  row.extend({ previous: row.nullable(), changeId: z.string().nullable() })

// ---- Lists

const listName = words(60).describe('shopping when none was said')
export const addListItemInput = z.strictObject({
  item: words(200).describe('One thing; several things are several calls'),
  list: listName.optional(),
  quantity: quantity.optional(),
  unit: unit.optional(),
})
export type AddListItem = z.infer<typeof addListItemInput>

/** A row named by `id` or by words. */
export const checkListItemInput = z.strictObject({
  id: id.optional(),
  item: words(200).describe('The thing in words, when its id is not known').optional(),
  list: listName.optional(),
  checked: z.boolean().describe('false puts it back on the list').default(true),
})
export type CheckListItem = z.infer<typeof checkListItemInput>
export const removeListItemInput = checkListItemInput.omit({ checked: true })
export type RemoveListItem = z.infer<typeof removeListItemInput>

export const listItemsInput = z.strictObject({
  list: listName.optional(),
  status: z.enum(['open', 'checked', 'deleted', 'all']).describe('Default: open ones, then checked ones').optional(),
  query: words(200).optional(),
  ...page,
})
export type ListItems = z.infer<typeof listItemsInput>

export const listItem = z.object({
  ...shared,
  list: z.string(),
  item: z.string(),
  quantity: z.number().nullable(),
  unit: z.string().nullable(),
  checked: z.boolean(),
  checkedAt: z.string().nullable(),
  checkedBy: z.string().nullable(),
  status: z.enum(['open', 'checked', 'deleted']),
})
export type ListItem = z.infer<typeof listItem>
export const addListItemOutput = written(listItem).extend({
  /** What happened: a new row, more of what was there, or nothing because it is there already. */
  outcome: z.enum(['added', 'merged', 'already_there']),
})
export type AddedListItem = z.infer<typeof addListItemOutput>
export const checkListItemOutput = written(listItem).extend({ already: z.boolean() })
export type CheckedListItem = z.infer<typeof checkListItemOutput>
export const removeListItemOutput = written(listItem)
export type RemovedListItem = z.infer<typeof removeListItemOutput>
export const listItemsOutput = listOf(listItem).extend({
  list: z.string(),
  open: z.int(),
  /** Every list that has something open. */
  lists: z.array(z.object({ list: z.string(), open: z.int() })),
})
export type ListedItems = z.infer<typeof listItemsOutput>

// ---- Chores

const rrule = z.string().max(500).describe('RFC 5545 rule by days, e.g. FREQ=WEEKLY;BYDAY=SA')
const everyDays = z.int().min(1).max(3650).describe('Days from the last time it was done')
const assignee = words(100).describe('Who does it: me, a member of the household, or a name')
const durationMinutes = z.number().positive().max(1440)
export const addChoreInput = z.strictObject({
  title: words(200),
  rrule: rrule.optional(),
  everyDays: everyDays.optional(),
  assignee: assignee.optional(),
  startsOn: date.describe('The first day it is due; today when left out').optional(),
  durationMinutes: durationMinutes.optional(),
})
export type AddChore = z.infer<typeof addChoreInput>
export const updateChoreInput = z.strictObject({
  id: id.optional(),
  chore: words(200).describe('The chore in words, when its id is not known').optional(),
  title: words(200).describe('The new title').optional(),
  rrule: rrule.nullable().optional(),
  everyDays: everyDays.nullable().optional(),
  assignee: assignee.nullable().optional(),
  nextDueOn: date.optional(),
  durationMinutes: durationMinutes.nullable().optional(),
})
export type UpdateChore = z.infer<typeof updateChoreInput>
export const choreRefInput = z.strictObject({
  id: id.optional(),
  title: words(200).describe('The chore in words, when its id is not known').optional(),
})
export type ChoreRef = z.infer<typeof choreRefInput>
export const completeChoreInput = choreRefInput.extend({
  on: date.describe('The day it was done; today when left out').optional(),
})
export type CompleteChore = z.infer<typeof completeChoreInput>
export const listChoresInput = z.strictObject({
  dueBy: date.describe('Only what is due by this day').optional(),
  assignee: assignee.optional(),
  query: words(200).optional(),
  status: z.enum(['active', 'deleted', 'all']).optional(),
  ...page,
})
export type ListChores = z.infer<typeof listChoresInput>

export const chore = z.object({
  ...shared,
  title: z.string(),
  rrule: z.string().nullable(),
  everyDays: z.int().nullable(),
  assignee: z.string().nullable(),
  /** The user id when the assignee is a member of the household. */
  assigneeId: z.string().nullable(),
  startsOn: z.string(),
  lastDoneOn: z.string().nullable(),
  lastDoneBy: z.string().nullable(),
  nextDueOn: z.string().nullable(),
  durationMinutes: z.number().nullable(),
  overdue: z.boolean(),
  status: active,
})
export type Chore = z.infer<typeof chore>
export const addChoreOutput = written(chore).extend({ outcome: z.enum(['added', 'changed', 'already_there']) })
export type AddedChore = z.infer<typeof addChoreOutput>
export const choreOutput = written(chore)
export type WrittenChore = z.infer<typeof choreOutput>
export const completeChoreOutput = written(chore).extend({ alreadyDone: z.boolean() })
export type CompletedChore = z.infer<typeof completeChoreOutput>
export const listChoresOutput = listOf(chore)
export type ListedChores = z.infer<typeof listChoresOutput>

// ---- Household

export const nothing = z.strictObject({})
export type Nothing = z.infer<typeof nothing>
export const joinInput = z.strictObject({
  code: words(40).describe('The eight signs of the invitation, spaces and dashes do not count'),
})
export type Join = z.infer<typeof joinInput>

const member = z.object({ id, name: z.string().nullable(), you: z.boolean(), joinedAt: z.string() })
export const household = z.object({
  id,
  members: z.array(member),
  createdAt: z.string(),
  status: z.enum(['active', 'left']),
})
export type Household = z.infer<typeof household>
export const inviteOutput = z.object({
  id,
  code: z.string(),
  expiresAt: z.string(),
  householdId: id,
  /** True when this invitation began the household. */
  created: z.boolean(),
  /** How many rows of the person became the household's. */
  sharedRows: z.int(),
})
export type Invite = z.infer<typeof inviteOutput>
export const joinOutput = z.object({
  outcome: z.enum(['joined', 'wrong_code']),
  household: household.nullable(),
  /** Attempts left before a pause. */
  attemptsLeft: z.int(),
})
export type Joined = z.infer<typeof joinOutput>
export const leaveOutput = household.extend({
  /** True when nobody else was there: the rows are the person's own again. */
  dissolved: z.boolean(),
  departureId: id,
})
export type Left = z.infer<typeof leaveOutput>
export const getHouseholdOutput = z.object({
  household: household.nullable(),
  invites: z.array(z.object({ id, expiresAt: z.string() })),
})
export type GotHousehold = z.infer<typeof getHouseholdOutput>

// ---- Stock

export const addStockInput = z.strictObject({
  item: words(200),
  quantity: quantity.optional(),
  unit: unit.optional(),
  expiresOn: date.describe('Last day it is good').optional(),
})
export type AddStock = z.infer<typeof addStockInput>
export const useStockInput = z.strictObject({
  id: id.optional(),
  item: words(200).optional(),
  quantity: quantity.describe('How much; all of it when left out').optional(),
  unit: unit.optional(),
  reason: z.enum(['used', 'thrown_away']).default('used'),
})
export type UseStock = z.infer<typeof useStockInput>
export const listStockInput = z.strictObject({ query: words(200).optional(), ...page })
export type ListStock = z.infer<typeof listStockInput>
export const listExpiringInput = z.strictObject({
  days: z.int().min(0).max(3650).describe('How many days ahead; 7 when left out').optional(),
  ...page,
})
export type ListExpiring = z.infer<typeof listExpiringInput>

export const stock = z.object({
  ...shared,
  item: z.string(),
  quantity: z.number(),
  unit: z.string(),
  expiresOn: z.string().nullable(),
  daysLeft: z.int().nullable(),
  status: z.enum(['in_stock', 'used', 'thrown_away', 'deleted']),
})
export type Stock = z.infer<typeof stock>
export const addStockOutput = written(stock).extend({ outcome: z.enum(['added', 'merged']) })
export type AddedStock = z.infer<typeof addStockOutput>
export const useStockOutput = z.object({
  id,
  item: z.string(),
  used: z.number(),
  unit: z.string(),
  /** What is left of this item in the same unit. */
  left: z.number(),
  items: z.array(stock),
  previous: z.array(stock),
  changeId: z.string(),
})
export type UsedStock = z.infer<typeof useStockOutput>
export const listStockOutput = listOf(stock)
export type ListedStock = z.infer<typeof listStockOutput>
export const listExpiringOutput = listOf(stock).extend({ days: z.int(), expired: z.int() })
export type ListedExpiring = z.infer<typeof listExpiringOutput>

// ---- Pets

const species = words(60).describe('dog, cat, rabbit … or as said')
const weightKg = z.number().positive().max(2000)
export const addPetInput = z.strictObject({
  name: words(100),
  species,
  birthDate: date.optional(),
  weightKg: weightKg.optional(),
})
export type AddPet = z.infer<typeof addPetInput>
const petRef = {
  petId: id.optional(),
  pet: words(100).describe('Its name, when the id is not known; may be left out when there is only one').optional(),
}
export const updatePetInput = z.strictObject({
  id: id.optional(),
  pet: petRef.pet,
  name: words(100).describe('The new name').optional(),
  species: species.optional(),
  birthDate: date.nullable().optional(),
  weightKg: weightKg.nullable().optional(),
})
export type UpdatePet = z.infer<typeof updatePetInput>
export const removePetInput = z.strictObject({ id: id.optional(), name: words(100).optional() })
export type RemovePet = z.infer<typeof removePetInput>
export const listPetsInput = z.strictObject({ query: words(100).optional(), status: active.optional(), ...page })
export type ListPets = z.infer<typeof listPetsInput>
export const logPetCareInput = z.strictObject({
  ...petRef,
  kind: words(60).describe('vaccination, deworming, flea_treatment, grooming, walk, feeding, vet_visit … or as said'),
  note: words(500).optional(),
  at: moment.optional(),
  nextDueOn: date.optional(),
})
export type LogPetCare = z.infer<typeof logPetCareInput>
export const listPetCareInput = z.strictObject({
  ...petRef,
  kind: words(60).optional(),
  from: date.optional(),
  to: date.optional(),
  ...page,
})
export type ListPetCare = z.infer<typeof listPetCareInput>

export const petCare = z.object({
  ...shared,
  petId: id,
  petName: z.string(),
  kind: z.string(),
  note: z.string().nullable(),
  at: z.string(),
  doneOn: z.string(),
  nextDueOn: z.string().nullable(),
  status: active,
})
export type PetCare = z.infer<typeof petCare>
export const pet = z.object({
  ...shared,
  name: z.string(),
  species: z.string(),
  birthDate: z.string().nullable(),
  weightKg: z.number().nullable(),
  status: active,
})
export type Pet = z.infer<typeof pet>
export const addPetOutput = written(pet).extend({ outcome: z.enum(['added', 'changed', 'already_there']) })
export type AddedPet = z.infer<typeof addPetOutput>
export const petOutput = written(pet)
export type WrittenPet = z.infer<typeof petOutput>
/** The latest entry of each kind of care. */
const lastCare = z.object({ kind: z.string(), doneOn: z.string(), nextDueOn: z.string().nullable() })
export const listPetsOutput = listOf(pet.extend({ care: z.array(lastCare) }))
export type ListedPets = z.infer<typeof listPetsOutput>
export const petCareOutput = written(petCare)
export type LoggedPetCare = z.infer<typeof petCareOutput>
export const listPetCareOutput = listOf(petCare)
export type ListedPetCare = z.infer<typeof listPetCareOutput>

// ---- Appliances, repairs, meters

export const addApplianceInput = z.strictObject({
  name: words(200),
  boughtOn: date.optional(),
  warrantyUntil: date.optional(),
  warrantyMonths: z.int().min(1).max(600).describe('Length of the warranty from the day of purchase').optional(),
})
export type AddAppliance = z.infer<typeof addApplianceInput>
export const applianceRefInput = z.strictObject({ id: id.optional(), name: words(200).optional() })
export type ApplianceRef = z.infer<typeof applianceRefInput>
export const listAppliancesInput = z.strictObject({
  query: words(200).optional(),
  warrantyWithinDays: z
    .int()
    .min(0)
    .max(3650)
    .describe('Only those whose warranty ends within so many days')
    .optional(),
  ...page,
})
export type ListAppliances = z.infer<typeof listAppliancesInput>
const applianceWords = words(200).describe('The appliance in words, when its id is not known')
export const logRepairInput = z.strictObject({
  applianceId: id.optional(),
  appliance: applianceWords.optional(),
  title: words(300).describe('What was done'),
  cost: cost.describe('Minor units, or {amount, currency}').optional(),
  currency: currency.optional(),
  at: moment.optional(),
})
export type LogRepair = z.infer<typeof logRepairInput>
export const listRepairsInput = z.strictObject({
  applianceId: id.optional(),
  appliance: applianceWords.optional(),
  from: date.optional(),
  to: date.optional(),
  ...page,
})
export type ListRepairs = z.infer<typeof listRepairsInput>

const meterKind = z.enum(['electricity', 'water_cold', 'water_hot', 'gas', 'heat'])
export type MeterKind = z.infer<typeof meterKind>
const label = words(40).describe('Which of several: day, night, kitchen')
export const logMeterInput = z.strictObject({
  meter: meterKind,
  value: z.number().min(0).max(1_000_000_000),
  on: date.describe('Today when left out').optional(),
  label: label.optional(),
  unit: z.enum(['kWh', 'm3', 'Gcal', 'MWh', 'GJ']).optional(),
  reset: z
    .enum(['rollover', 'replaced'])
    .describe('Why the value is lower than before: the counter went through zero, or the meter is a new one')
    .optional(),
})
export type LogMeter = z.infer<typeof logMeterInput>
export const listMetersInput = z.strictObject({
  meter: meterKind.optional(),
  label: label.optional(),
  from: date.optional(),
  to: date.optional(),
  ...page,
})
export type ListMeters = z.infer<typeof listMetersInput>

export const appliance = z.object({
  ...shared,
  name: z.string(),
  boughtOn: z.string().nullable(),
  warrantyUntil: z.string().nullable(),
  /** Days until the warranty ends, below zero when it has ended. */
  warrantyDaysLeft: z.int().nullable(),
  status: active,
})
export type Appliance = z.infer<typeof appliance>
export const addApplianceOutput = written(appliance).extend({ outcome: z.enum(['added', 'changed', 'already_there']) })
export type AddedAppliance = z.infer<typeof addApplianceOutput>
export const applianceOutput = written(appliance)
export type WrittenAppliance = z.infer<typeof applianceOutput>
export const listAppliancesOutput = listOf(appliance)
export type ListedAppliances = z.infer<typeof listAppliancesOutput>

export const repair = z.object({
  ...shared,
  applianceId: z.string().nullable(),
  applianceName: z.string().nullable(),
  title: z.string(),
  cost: z.object({ amount: z.int(), currency: z.string() }).nullable(),
  doneOn: z.string(),
  at: z.string(),
  underWarranty: z.boolean(),
  status: active,
})
export type Repair = z.infer<typeof repair>
export const repairOutput = written(repair)
export type LoggedRepair = z.infer<typeof repairOutput>
export const listRepairsOutput = listOf(repair).extend({
  /** What all of them cost, one figure per currency. */
  totals: z.array(z.object({ amount: z.int(), currency: z.string() })),
})
export type ListedRepairs = z.infer<typeof listRepairsOutput>

export const reading = z.object({
  ...shared,
  meter: meterKind,
  label: z.string().nullable(),
  value: z.number(),
  unit: z.string(),
  on: z.string(),
  reset: z.enum(['rollover', 'replaced']).nullable(),
  /** Since the reading before; null for the first one and after a new meter. */
  consumption: z.number().nullable(),
  /** Days since the reading before. */
  days: z.int().nullable(),
  status: active,
})
export type Reading = z.infer<typeof reading>
export const logMeterOutput = written(reading).extend({ outcome: z.enum(['added', 'changed', 'already_there']) })
export type LoggedMeter = z.infer<typeof logMeterOutput>
export const listMetersOutput = listOf(reading).extend({
  totals: z.array(
    z.object({
      meter: meterKind,
      label: z.string().nullable(),
      unit: z.string(),
      consumption: z.number(),
      from: z.string(),
      to: z.string(),
    }),
  ),
})
export type ListedMeters = z.infer<typeof listMetersOutput>

// ---- Advice from the knowledge of home

const bilingual = z.object({ ru: z.string(), en: z.string() })
const source = z.object({
  id: z.string(),
  organisation: z.string(),
  title: z.string(),
  year: z.number(),
  url: z.string().optional(),
})
const severity = z.enum(['ok', 'minor', 'unknown', 'moderate', 'major', 'contraindicated'])
const evidence = z.enum(['strong', 'moderate', 'weak'])
const asked = {
  suggestions: z.array(z.object({ given: z.string(), name: bilingual })),
  questions: z.array(z.object({ id: z.string(), text: bilingual })),
  sources: z.array(source),
}
const finding = { ruleId: z.string(), severity, subject: bilingual, evidence, text: bilingual, action: bilingual }

export const checkPetFoodInput = z.strictObject({
  ...petRef,
  species: species.optional(),
  food: words(200).describe('A food, plant or medicine the animal ate or may get'),
  amountGrams: z.number().positive().max(100_000).optional(),
  weightKg: weightKg.optional(),
})
export type CheckPetFood = z.infer<typeof checkPetFoodInput>
export const checkPetFoodOutput = z.object({
  verdict: severity,
  species: z.string().nullable(),
  food: z.string().nullable(),
  findings: z.array(
    z.object({
      ...finding,
      amount: z.object({ given: z.number(), limit: z.number(), unit: z.string(), per: z.string() }).optional(),
      sources: z.array(z.string()),
    }),
  ),
  unknowns: z.array(z.string()),
  ...asked,
})
export type CheckedPetFood = z.infer<typeof checkPetFoodOutput>

export const checkMixInput = z.strictObject({
  products: z.array(words(100)).min(1).max(20).describe('Household chemicals, as named on the bottle'),
})
export type CheckMix = z.infer<typeof checkMixInput>
export const checkMixOutput = z.object({
  verdict: severity,
  findings: z.array(
    z.object({
      ...finding,
      products: z.array(z.string()),
      ifMixed: bilingual.optional(),
      forms: bilingual.optional(),
      sources: z.array(z.string()),
    }),
  ),
  unknowns: z.array(z.string()),
  ...asked,
})
export type CheckedMix = z.infer<typeof checkMixOutput>

export const adviseRepairInput = z.strictObject({ topic: words(300).describe('What is broken or to be done') })
export type AdviseRepair = z.infer<typeof adviseRepairInput>
export const adviseRepairOutput = z.object({
  found: z.boolean(),
  id: z.string().nullable(),
  title: bilingual.nullable(),
  verdict: z.enum(['do_it_yourself', 'with_care', 'call_professional', 'unknown']),
  steps: z.array(bilingual),
  tools: z.array(bilingual),
  stopRules: z.array(bilingual),
  followUp: z.object({ text: bilingual, afterDays: z.number() }).nullable(),
  emergency: z.boolean().optional(),
  ...asked,
})
export type AdvisedRepair = z.infer<typeof adviseRepairOutput>
