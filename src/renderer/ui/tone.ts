/** What a colour says beside icon and word; `tones.css` has the colours. */
export type Tone = 'good' | 'active' | 'other' | 'wait' | 'bad' | 'quiet'
