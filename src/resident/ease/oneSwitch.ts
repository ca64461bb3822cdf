/** One switch as a late chunk: the border, and the long press that calls it. */
export { OneSwitch } from '#ui/oneSwitch/OneSwitch.tsx'
export { hearHold } from '#ui/oneSwitch/presses.ts'
