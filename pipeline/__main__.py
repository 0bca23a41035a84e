"""`python -m pipeline`: read RAW_DIR into WAREHOUSE_PATH and sum up. Light, since worker processes import it too."""

import sys

if __name__ == "__main__":
    from pipeline.run import main

    sys.exit(main())
