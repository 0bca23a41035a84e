"""`python -m pipeline`: read RAW_DIR into WAREHOUSE_PATH and sum up. Worker processes import this file, so it is light."""

import sys

if __name__ == "__main__":
    from pipeline.run import main

    sys.exit(main())
