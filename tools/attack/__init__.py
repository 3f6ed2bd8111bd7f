"""Random attackers with real logins: what they commit has to be what the history says and the rules allow."""
