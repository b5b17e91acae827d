"""Speaks requests: order, how many at once, retry, completeness; the store keeps what was spoken.

`speak(prompts, …)` is the room's door: prompts in, stored clips out, in order.
"""
