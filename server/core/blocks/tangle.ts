export const isTangled = (_text: string): boolean => false
