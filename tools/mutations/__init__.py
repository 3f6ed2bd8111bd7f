"""Plants small faults in a copy of the program and reports which of them tests catch: `python -m tools.mutations`.

The tables of faults are in the modules beside this one, by part of the program. The test command collects none of it.
"""
