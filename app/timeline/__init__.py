"""The parts of the timeline: what is visible, lanes of one kind each, the axis, the mini-map, gestures, explanations."""
