// What the tools of home are called and when a model should take which one.

const CATALOGUE = {
  home_list_items: {
    title: 'Show a list',
    description:
      'Shows a shared list, the shopping list when none is named: what is still open and what was checked off.',
  },
  home_add_list_item: {
    title: 'Add to a list',
    description:
      'Puts one thing on the shopping list or another household list; several things are several calls. For something to do use tasks_add_task.',
  },
  home_check_list_item: {
    title: 'Check off a list item',
    description: 'Marks a thing on a list as bought or done, by id or by its words; checked false puts it back.',
  },
  home_remove_list_item: {
    title: 'Remove from a list',
    description: 'Takes a thing off a list that is not needed any more. Bought things are checked off instead.',
  },
  home_list_chores: {
    title: 'List household chores',
    description: 'Household chores with who does them, when they were last done and when they are due next.',
  },
  home_add_chore: {
    title: 'Add a household chore',
    description:
      'Sets up cleaning or other repeating housework, by a rule (rrule) or so many days after it was last done (everyDays), with an assignee. One-off things to do are tasks_add_task.',
  },
  home_complete_chore: {
    title: 'Mark a chore done',
    description: 'Records that a household chore was done, by id or by its words; the next date is worked out.',
  },
  home_update_chore: {
    title: 'Change a chore',
    description: 'Changes the title, cadence, assignee or next date of a household chore.',
  },
  home_remove_chore: {
    title: 'Remove a chore',
    description: 'Removes a household chore that is not to be done any more.',
  },
  home_get_household: {
    title: 'Show the household',
    description: 'Who is in the household and sees the shared lists, chores, stock, pets, appliances and meters.',
  },
  home_create_invite: {
    title: 'Invite to the household',
    description:
      'Makes a one-time code with which another person joins the household. Asks first, since the rows of home become shared.',
  },
  home_join_household: {
    title: 'Join a household',
    description: 'Joins another person’s household with the invitation code they gave. Asks first.',
  },
  home_leave_household: {
    title: 'Leave the household',
    description: 'Leaves the household; what is shared stays with the others. Asks first.',
  },
  home_list_stock: {
    title: 'List what is in stock',
    description: 'What is at home in the fridge, the pantry or the medicine cabinet, and how much of it.',
  },
  home_add_stock: {
    title: 'Add to stock',
    description: 'Records food or supplies that are at home, with how much and the date until which they are good.',
  },
  home_use_stock: {
    title: 'Use up stock',
    description:
      'Records that something of the stock at home was used up, eaten or thrown away, by id or by its words.',
  },
  home_list_expiring: {
    title: 'List what expires soon',
    description: 'What at home expires within so many days, the soonest first, and what has expired already.',
  },
  home_list_pets: {
    title: 'List pets',
    description: 'The pets with species, age and weight, their last care and what is due.',
  },
  home_add_pet: {
    title: 'Add a pet',
    description: 'Registers a pet with its name, species, birth date and weight.',
  },
  home_update_pet: {
    title: 'Change a pet',
    description: 'Changes the name, species, birth date or weight of a pet: "Барсик теперь весит 5 кг".',
  },
  home_remove_pet: {
    title: 'Remove a pet',
    description: 'Removes a pet from the household.',
  },
  home_log_pet_care: {
    title: 'Log pet care',
    description:
      'Records care of a pet that took place: vaccination, deworming, flea treatment, grooming, walk, feeding, a visit to the vet, and when it is due next.',
  },
  home_list_pet_care: {
    title: 'Show the care log of pets',
    description: 'What was done for a pet and when: the last vaccination, walks, feedings, visits to the vet.',
  },
  home_check_pet_food: {
    title: 'Check food for a pet',
    description:
      'Whether a food, plant or medicine is poisonous for an animal. Call it before saying anything about what a pet may eat.',
  },
  home_list_appliances: {
    title: 'List appliances',
    description: 'The appliances of the household with day of purchase and warranty.',
  },
  home_add_appliance: {
    title: 'Add an appliance',
    description: 'Registers an appliance with the day it was bought and how long its warranty lasts.',
  },
  home_remove_appliance: {
    title: 'Remove an appliance',
    description: 'Removes an appliance that the household has no more.',
  },
  home_log_repair: {
    title: 'Log a repair',
    description: 'Records a repair or maintenance that was done at home, with the appliance and the cost.',
  },
  home_list_repairs: {
    title: 'List repairs',
    description: 'Which repairs were done, when, on which appliance and what they cost.',
  },
  home_log_meter: {
    title: 'Log a meter reading',
    description:
      'Stores a reading of an electricity, water, gas or heat meter and tells the consumption since the last.',
  },
  home_list_meters: {
    title: 'Show meter readings',
    description: 'Readings of the meters with the consumption between them.',
  },
  home_check_mix: {
    title: 'Check a mix of household chemicals',
    description:
      'Whether cleaning products may be used together: bleach with vinegar and the like. Call it before any advice on combining them.',
  },
  home_advise_repair: {
    title: 'Advise on a repair',
    description:
      'Steps, tools and stop rules for a small repair at home, and when a professional has to be called. Call it before advising on any repair.',
  },
} as const

/** Name, title and description of a tool, to be spread into its definition. */
export const named = <Name extends keyof typeof CATALOGUE>(name: Name) => ({ name, ...CATALOGUE[name] })
