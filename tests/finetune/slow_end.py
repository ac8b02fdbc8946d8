"""A process that takes its time to end when it is interrupted, as one does that pauses a run."""

import sys
import time

if __name__ == "__main__":
    try:
        print("ready", flush=True)
        time.sleep(60)
    except KeyboardInterrupt:
        time.sleep(0.7)
        print("ended well", flush=True)
        sys.exit(7)
