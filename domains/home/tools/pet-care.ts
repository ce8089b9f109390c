// What is done for the pets, and when it is due again.
import type { Message } from '../../../core/messages.ts'
import type { LocalDate } from '../../../core/time.ts'
import { type Ctx, defineTool, type Tool } from '../../../tools/contract.ts'
import { readMoment, showMoment } from '../engine/moments.ts'
import { careNamed, tellCare } from '../engine/names.ts'
import { type Place, placeOf } from '../repository/household.ts'
import { lastCares, listPets, type PetCareRow, pageOfCare, petCares } from '../repository/pets.ts'
import { freshRow, newChange, undoChange } from '../repository.ts'
import {
  type ListedPetCare,
  type ListPetCare,
  type LoggedPetCare,
  type LogPetCare,
  listPetCareInput,
  listPetCareOutput,
  logPetCareInput,
  type PetCare,
  petCareOutput,
} from '../schema.ts'
import { invalid, nextCursor, pageOf, say, showShared, told } from '../service.ts'
import { named } from './catalogue.ts'
import { petMeant } from './pets.ts'

type CareOf = PetCareRow & { petName: string }
const show = (row: CareOf, place: Place): PetCare => ({
  ...showShared(row, place.own),
  petId: row.petId,
  petName: row.petName,
  kind: row.kind,
  note: row.note,
  at: showMoment(row),
  doneOn: row.doneOn,
  nextDueOn: row.nextDueOn,
  status: row.deletedAt ? 'deleted' : 'active',
})
const tellEntry = ({ petName, kind, doneOn }: PetCare): Message =>
  say('care_entry', { name: petName, care: tellCare(kind), date: { date: doneOn } })

const logCare = defineTool<LogPetCare, LoggedPetCare>({
  ...named('home_log_pet_care'),
  input: logPetCareInput,
  output: petCareOutput,
  about: 'general',
  risk: 'write',
  confirm: 'never',
  summary: async (ctx, input) => {
    const pet = await petMeant(ctx, await placeOf(ctx), input.petId, input.pet)
    return say('ask_log_care', { name: pet.name, care: tellCare(careNamed(input.kind)) })
  },
  say: (output) =>
    say('care_logged', {
      entry: tellEntry(output),
      next: output.nextDueOn === null ? '' : say('next_on', { date: { date: output.nextDueOn } }),
    }),
  run: async (ctx, input) => {
    const place = await placeOf(ctx)
    const pet = await petMeant(ctx, place, input.petId, input.pet)
    const moment = readMoment(input.at, ctx.user, ctx.now)
    if (input.nextDueOn !== undefined && input.nextDueOn <= moment.doneOn) throw invalid('nextDueOn', 'next_before')
    const change = newChange(ctx)
    const row = await petCares.insert(ctx.tx, change, {
      ...freshRow(ctx, pet.spaceId),
      ...moment,
      petId: pet.id,
      kind: careNamed(input.kind),
      note: input.note ?? null,
      nextDueOn: input.nextDueOn ?? null,
    })
    if (!row) throw invalid('petId', 'pet_not_found')
    ctx.emit({ type: 'home.pet_care_logged', payload: { id: row.id, petId: pet.id, kind: row.kind } })
    return { ...show({ ...row, petName: pet.name }, place), previous: null, changeId: change.id }
  },
  undo: (ctx, output) => undoChange(ctx, petCares, output.changeId),
})

const listCare = defineTool<ListPetCare, ListedPetCare>({
  ...named('home_list_pet_care'),
  input: listPetCareInput,
  output: listPetCareOutput,
  about: 'general',
  risk: 'read',
  summary: async () => say('ask_show'),
  say: ({ items, total }) =>
    total === 0 ? say('no_care') : say('care', { n: total, ...told(items.map(tellEntry), total) }),
  run: async (ctx, input) => {
    const place = await placeOf(ctx)
    const page = pageOf(input)
    const named = input.petId !== undefined || input.pet !== undefined
    const pet = named ? await petMeant(ctx, place, input.petId, input.pet) : null
    const { rows, total } = await pageOfCare(ctx.tx, place.spaces, {
      petId: pet?.id ?? null,
      kind: input.kind === undefined ? null : careNamed(input.kind),
      from: input.from ?? null,
      to: input.to ?? null,
      ...page,
    })
    return { items: rows.map((row) => show(row, place)), nextCursor: nextCursor(page, total), total }
  },
})

/** The latest care of each kind that is due again by a day; the rule and the day plan read it. */
export const careDueBy = async (ctx: Ctx, date: LocalDate): Promise<CareOf[]> => {
  const place = await placeOf(ctx)
  const pets = await listPets(ctx.tx, place.spaces)
  if (pets.length === 0) return []
  const cares = await lastCares(
    ctx.tx,
    place.spaces,
    pets.map(({ id }) => id),
  )
  return cares
    .filter(({ nextDueOn }) => nextDueOn !== null && nextDueOn <= date)
    .sort((one, other) => (one.nextDueOn ?? '').localeCompare(other.nextDueOn ?? ''))
}

export const petCareTools: Tool[] = [logCare, listCare]
