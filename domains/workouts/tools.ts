import type { Tool } from '../../tools/contract.ts'
import { healInjury, listInjuries, reportInjury } from './tools/injuries.ts'
import { forecastProgress, getLoad, getStats } from './tools/insight.ts'
import { getWorkout, listWorkouts } from './tools/look.ts'
import { acceptPlan, planWeek } from './tools/plan.ts'
import { getProfile, setEquipment, setGoal, setThresholds } from './tools/profile.ts'
import { deleteWorkout, logWorkout, updateWorkout } from './tools/workouts.ts'

/** All tools of workouts. */
export const tools: Tool[] = [
  logWorkout,
  updateWorkout,
  deleteWorkout,
  listWorkouts,
  getWorkout,
  setGoal,
  setEquipment,
  setThresholds,
  reportInjury,
  healInjury,
  listInjuries,
  getProfile,
  planWeek,
  acceptPlan,
  getStats,
  getLoad,
  forecastProgress,
]
