// Rows of pets and of their care.
import type { LocalDate } from '../../../core/time.ts'
import type { Tx } from '../../../db/contract.ts'
import { type SharedRow, storeOf } from '../repository.ts'

export interface PetRow extends SharedRow {
  name: string
  nameKey: string
  species: string
  birthDate: LocalDate | null
  weightKg: number | null
}
export const pets = storeOf<PetRow>('pet', {
  name: 'name',
  nameKey: 'name_key',
  species: 'species',
  birthDate: 'birth_date',
  weightKg: 'weight_kg',
})

export interface PetCareRow extends SharedRow {
  petId: string
  kind: string
  note: string | null
  at: Date
  doneOn: LocalDate
  timeZone: string
  nextDueOn: LocalDate | null
}
export const petCares = storeOf<PetCareRow>('pet_care', {
  petId: 'pet_id',
  kind: 'kind',
  note: 'note',
  at: 'at',
  doneOn: 'done_on',
  timeZone: 'time_zone',
  nextDueOn: 'next_due_on',
})

export const lockPetNamed = async (tx: Tx, spaceId: string, nameKey: string): Promise<PetRow | null> =>
  (
    await tx.query<PetRow>(
      `select ${pets.columns} from home.pet t
       where t.space_id = $1 and t.name_key = $2 and t.deleted_at is null order by t.created_at limit 1 for update`,
      [spaceId, nameKey],
    )
  )[0] ?? null

/** All of them: a household has few. */
export const listPets = (
  tx: Tx,
  spaces: readonly string[],
  status: 'active' | 'deleted' = 'active',
): Promise<PetRow[]> =>
  tx.query<PetRow>(
    `select ${pets.columns} from home.pet t
     where t.space_id = any($1::uuid[]) and (t.deleted_at is null) = ($2 = 'active') order by t.created_at, t.id`,
    [spaces, status],
  )

/** The latest entry of each kind of care of each pet. */
export const lastCares = (
  tx: Tx,
  spaces: readonly string[],
  petIds: readonly string[],
): Promise<(PetCareRow & { petName: string })[]> =>
  tx.query(
    `select distinct on (t.pet_id, t.kind) ${petCares.columns}, p.name as "petName"
     from home.pet_care t join home.pet p on p.id = t.pet_id and p.deleted_at is null
     where t.space_id = any($1::uuid[]) and t.pet_id = any($2::uuid[]) and t.deleted_at is null
     order by t.pet_id, t.kind, t.at desc, t.created_at desc`,
    [spaces, petIds],
  )

/** The latest care of each kind wherever this person sees rows, of those that are due again by a day; kind after kind by the index. */
export const caresSeen = (tx: Tx, dueBy: LocalDate): Promise<(PetCareRow & { petName: string })[]> =>
  tx.query(
    `with recursive latest as (
       select p.id as pet_id, p.space_id, p.name, '' as kind, null::uuid as id from home.pet p
        where p.space_id = any ((select home.spaces())::uuid[]) and p.deleted_at is null
       union all
       select l.pet_id, l.space_id, l.name, n.kind, n.id from latest l cross join lateral (
         select c.id, c.kind from home.pet_care c
          where c.space_id = l.space_id and c.pet_id = l.pet_id and c.kind > l.kind and c.deleted_at is null
          order by c.kind, c.at desc, c.created_at desc limit 1) n)
     select ${petCares.columns}, l.name as "petName" from latest l join home.pet_care t on t.id = l.id
      where t.next_due_on <= $1 order by t.next_due_on, t.created_at, t.id`,
    [dueBy],
  )

const LISTED = `t.space_id = any($1::uuid[]) and ($2::uuid is null or t.pet_id = $2) and ($3::text is null or t.kind = $3)
  and ($4::date is null or t.done_on >= $4) and ($5::date is null or t.done_on <= $5) and t.deleted_at is null`

/** One page of the log, the latest first; with the number of all. */
export const pageOfCare = async (
  tx: Tx,
  spaces: readonly string[],
  filter: {
    petId: string | null
    kind: string | null
    from: LocalDate | null
    to: LocalDate | null
    offset: number
    limit: number
  },
): Promise<{ rows: (PetCareRow & { petName: string })[]; total: number }> => {
  const base = [spaces, filter.petId, filter.kind, filter.from, filter.to]
  const rows = await tx.query<PetCareRow & { petName: string }>(
    `select ${petCares.columns}, p.name as "petName" from home.pet_care t join home.pet p on p.id = t.pet_id
     where ${LISTED} order by t.at desc, t.created_at desc, t.id limit $6 offset $7`,
    [...base, filter.limit, filter.offset],
  )
  const [count] = await tx.query<{ n: number }>(`select count(*)::int as n from home.pet_care t where ${LISTED}`, base)
  return { rows, total: count?.n ?? 0 }
}
