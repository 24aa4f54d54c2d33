/** Two soft tones, a fifth apart, made on the spot: no file is fetched. Silent where the browser allows no sound yet. */
const TONES = [
  { hertz: 660, at: 0 },
  { hertz: 990, at: 0.14 },
] as const;

export function playBell(): void {
  const context = new AudioContext();
  const end = context.currentTime + 0.7;
  for (const { hertz, at } of TONES) {
    const tone = context.createOscillator();
    const volume = context.createGain();
    tone.frequency.value = hertz;
    volume.gain.setValueAtTime(0.12, context.currentTime + at);
    volume.gain.exponentialRampToValueAtTime(0.0001, end);
    tone.connect(volume).connect(context.destination);
    tone.start(context.currentTime + at);
    tone.stop(end);
  }
  setTimeout(() => void context.close(), 1_000);
}
