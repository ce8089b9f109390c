// Pets of the household: who they are.
import { AppError } from '../../../core/errors.ts'
import type { Message } from '../../../core/messages.ts'
import { type LocalDate, localDateOf } from '../../../core/time.ts'
import { type Ctx, defineTool, type Tool } from '../../../tools/contract.ts'
import { speciesNamed, tellCare, tellSpecies } from '../engine/names.ts'
import { type Place, placeOf } from '../repository/household.ts'
import { lastCares, listPets, lockPetNamed, type PetRow, pets } from '../repository/pets.ts'
import { freshRow, newChange, undoChange } from '../repository.ts'
import {
  type AddedPet,
  type AddPet,
  addPetInput,
  addPetOutput,
  type ListedPets,
  type ListPets,
  listPetsInput,
  listPetsOutput,
  type Pet,
  petOutput,
  type RemovePet,
  removePetInput,
  type UpdatePet,
  updatePetInput,
  type WrittenPet,
} from '../schema.ts'
import { invalid, keyOf, nextCursor, onlyOne, pageOf, say, searchWords, showShared, told } from '../service.ts'
import { named } from './catalogue.ts'

export const show = (row: PetRow, place: Place): Pet => ({
  ...showShared(row, place.own),
  name: row.name,
  species: row.species,
  birthDate: row.birthDate,
  weightKg: row.weightKg,
  status: row.deletedAt ? 'deleted' : 'active',
})
const tellPet = ({ name, species, weightKg }: Pick<Pet, 'name' | 'species' | 'weightKg'>): Message =>
  say('pet', { name, species: tellSpecies(species), weight: weightKg === null ? '' : say('weight', { kg: weightKg }) })

/** The pet meant: by id, by name, or the only one there is. */
export const petMeant = async (
  ctx: Ctx,
  place: Place,
  id: string | undefined,
  name: string | undefined,
): Promise<PetRow> => {
  if (id !== undefined) {
    const row = await pets.find(ctx.tx, id)
    if (!row || row.deletedAt) throw new AppError('not_found', 'home.pet_not_found')
    return row
  }
  const all = await listPets(ctx.tx, place.spaces)
  if (name === undefined) {
    const [only, second] = all
    if (!only) throw new AppError('not_found', 'home.no_pets')
    if (second) throw invalid('pet', 'which_one', { list: all.map((pet) => pet.name).join(', ') })
    return only
  }
  const key = keyOf(name)
  const exact = all.filter((pet) => pet.nameKey === key)
  // "собаке", "кот": the animal stands for its name when there is one of the kind.
  const species = speciesNamed(name)
  const fitting = exact.length > 0 ? exact : all.filter((pet) => fits(pet, name) || pet.species === species)
  return onlyOne(fitting, name, (pet) => pet.name)
}
const fits = (pet: PetRow, name: string): boolean => {
  const held = searchWords(pet.name)
  return searchWords(name).some((word) => held.includes(word))
}

const checkBirth = (ctx: Ctx, birthDate: LocalDate | null | undefined): void => {
  if (birthDate != null && birthDate > localDateOf(ctx.now, ctx.user.timeZone)) throw invalid('birthDate', 'in_future')
}

const held = async (ctx: Ctx, row: PetRow): Promise<PetRow> => {
  const found = await pets.lock(ctx.tx, row.id)
  if (!found || found.deletedAt) throw new AppError('not_found', 'home.pet_not_found')
  return found
}
const same = (one: PetRow, other: PetRow): boolean =>
  (['name', 'species', 'birthDate', 'weightKg'] as const).every((key) => one[key] === other[key])

const addPet = defineTool<AddPet, AddedPet>({
  ...named('home_add_pet'),
  input: addPetInput,
  output: addPetOutput,
  about: 'general',
  risk: 'write',
  confirm: 'never',
  summary: async (_, input) => say('ask_add_pet', { name: input.name }),
  say: (output) =>
    say({ added: 'pet_added', changed: 'pet_changed', already_there: 'pet_there' }[output.outcome], {
      pet: tellPet(output),
    }),
  run: async (ctx, input) => {
    checkBirth(ctx, input.birthDate)
    const place = await placeOf(ctx)
    const change = newChange(ctx)
    const row: PetRow = {
      ...freshRow(ctx, place.writes),
      name: input.name,
      nameKey: keyOf(input.name),
      species: speciesNamed(input.species),
      birthDate: input.birthDate ?? null,
      weightKg: input.weightKg ?? null,
    }
    const known = await lockPetNamed(ctx.tx, place.writes, row.nameKey)
    const saved = known ? null : await pets.insert(ctx.tx, change, row)
    if (saved) {
      ctx.emit({ type: 'home.pet_added', payload: { id: saved.id } })
      return { ...show(saved, place), previous: null, changeId: change.id, outcome: 'added' }
    }
    const there = known ?? (await lockPetNamed(ctx.tx, place.writes, row.nameKey))
    if (!there) throw new AppError('conflict', 'home.changed_since')
    const next = {
      ...there,
      species: row.species,
      birthDate: row.birthDate ?? there.birthDate,
      weightKg: row.weightKg ?? there.weightKg,
    }
    const previous = show(there, place)
    if (same(there, next)) return { ...previous, previous, changeId: null, outcome: 'already_there' }
    const written = await pets.replace(ctx.tx, change, next)
    return { ...show(written, place), previous, changeId: change.id, outcome: 'changed' }
  },
  undo: (ctx, output) => undoChange(ctx, pets, output.changeId),
})

const updatePet = defineTool<UpdatePet, WrittenPet>({
  ...named('home_update_pet'),
  input: updatePetInput,
  output: petOutput,
  about: 'general',
  risk: 'write',
  confirm: 'never',
  summary: async (ctx, input) =>
    say('ask_update_pet', { name: (await petMeant(ctx, await placeOf(ctx), input.id, input.pet)).name }),
  say: (output) => say(output.changeId === null ? 'pet_there' : 'pet_changed', { pet: tellPet(output) }),
  run: async (ctx, input) => {
    checkBirth(ctx, input.birthDate)
    const place = await placeOf(ctx)
    const row = await held(ctx, await petMeant(ctx, place, input.id, input.pet))
    const name = input.name ?? row.name
    const next: PetRow = {
      ...row,
      name,
      nameKey: keyOf(name),
      species: input.species === undefined ? row.species : speciesNamed(input.species),
      birthDate: input.birthDate === undefined ? row.birthDate : input.birthDate,
      weightKg: input.weightKg === undefined ? row.weightKg : input.weightKg,
    }
    const previous = show(row, place)
    if (same(row, next)) return { ...previous, previous, changeId: null }
    const change = newChange(ctx)
    return { ...show(await pets.replace(ctx.tx, change, next), place), previous, changeId: change.id }
  },
  undo: (ctx, output) => undoChange(ctx, pets, output.changeId),
})

const removePet = defineTool<RemovePet, WrittenPet>({
  ...named('home_remove_pet'),
  input: removePetInput,
  output: petOutput,
  about: 'general',
  risk: 'write',
  confirm: 'never',
  summary: async (ctx, input) =>
    say('ask_remove_pet', { name: (await petMeant(ctx, await placeOf(ctx), input.id, input.name)).name }),
  say: (output) => say('pet_removed', { name: output.name }),
  run: async (ctx, input) => {
    if (input.id === undefined && input.name === undefined) throw invalid('name', 'say_which')
    const place = await placeOf(ctx)
    const row = await held(ctx, await petMeant(ctx, place, input.id, input.name))
    const change = newChange(ctx)
    const saved = await pets.replace(ctx.tx, change, { ...row, deletedAt: ctx.now })
    return { ...show(saved, place), previous: show(row, place), changeId: change.id }
  },
  undo: (ctx, output) => undoChange(ctx, pets, output.changeId),
})

type ShownPet = ListedPets['items'][number]
/** "Барсик (кошка, 4 кг): прививка до 1 мая". */
const tellWithCare = (pet: ShownPet): Message => {
  const due = pet.care.filter(({ nextDueOn }) => nextDueOn !== null)
  if (due.length === 0) return tellPet(pet)
  const cares = due.map(({ kind, nextDueOn }) =>
    say('care_due', { care: tellCare(kind), date: { date: nextDueOn ?? '' } }),
  )
  return say('pet_with_care', { pet: tellPet(pet), care: told(cares, cares.length).list })
}

const listTool = defineTool<ListPets, ListedPets>({
  ...named('home_list_pets'),
  input: listPetsInput,
  output: listPetsOutput,
  about: 'general',
  risk: 'read',
  summary: async () => say('ask_show'),
  say: ({ items, total }) =>
    total === 0 ? say('no_pets') : say('pets', { n: total, ...told(items.map(tellWithCare), total) }),
  run: async (ctx, input) => {
    const place = await placeOf(ctx)
    const page = pageOf(input)
    const all = await listPets(ctx.tx, place.spaces, input.status)
    const { query } = input
    const found =
      query === undefined ? all : all.filter((pet) => fits(pet, query) || pet.species === speciesNamed(query))
    const rows = found.slice(page.offset, page.offset + page.limit)
    const cares = await lastCares(
      ctx.tx,
      place.spaces,
      rows.map(({ id }) => id),
    )
    const careOf = (pet: PetRow) =>
      cares.filter((care) => care.petId === pet.id).map(({ kind, doneOn, nextDueOn }) => ({ kind, doneOn, nextDueOn }))
    return {
      items: rows.map((pet) => ({ ...show(pet, place), care: careOf(pet) })),
      nextCursor: nextCursor(page, found.length),
      total: found.length,
    }
  },
})

export const petTools: Tool[] = [listTool, addPet, updatePet, removePet]
