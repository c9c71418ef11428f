export const slopes = (): number => 0
